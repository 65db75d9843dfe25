// The outbox over HTTP: pages for people, JSON for tests.
import { readFileSync } from 'node:fs';
import { listPage, messageHtml, messagePage, missingPage } from './pages.mjs';

const style = readFileSync(new URL('../simulator.css', import.meta.url));
const pagePolicy = "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const mailPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; frame-ancestors 'self'";

export function answer(outbox, request, response) {
    const url = new URL(request.url, 'http://localhost');
    const words = url.searchParams.get('to') ?? '';
    const [, area, ...rest] = url.pathname.split('/');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', pagePolicy);

    if (request.method === 'DELETE' && url.pathname === '/api/messages') {
        outbox.clear();
        response.writeHead(204).end();
    } else if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    else if (url.pathname === '/') html(listPage(outbox.list(words), words));
    else if (url.pathname === '/style.css') send('text/css', style);
    else if (url.pathname === '/api/messages') json(outbox.list(words).map(plain));
    else if (area === 'api' && rest[0] === 'messages' && rest.length === 2 && outbox.find(rest[1])) json(plain(outbox.find(rest[1])));
    else if (area === 'messages' && outbox.find(rest[0])) part(outbox.find(rest[0]), rest.slice(1));
    else missing();

    function part(message, [kind, index]) {
        const file = kind === 'files' ? message.attachments[Number(index)] : undefined;
        if (kind === undefined) html(messagePage(message));
        else if (kind === 'source') send('text/plain; charset=utf-8', message.source);
        else if (kind === 'html' && message.html) {
            response.setHeader('Content-Security-Policy', mailPolicy);
            html(messageHtml(message));
        } else if (file) {
            // Pictures may be shown within the message; everything else is saved and never opened here.
            const picture = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
            response.setHeader('Content-Disposition', `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
            send(picture || file.type === 'application/pdf' ? file.type : 'application/octet-stream', file.content);
        } else missing();
    }

    function missing() {
        if (area === 'api') send('application/json', '{"error":"not found"}', 404);
        else html(missingPage(), 404);
    }

    function html(page, status) {
        send('text/html; charset=utf-8', page, status);
    }

    function json(value) {
        send('application/json; charset=utf-8', JSON.stringify(value));
    }

    function send(type, content, status = 200) {
        response.writeHead(status, { 'Content-Type': type }).end(content);
    }
}

function plain({ source, attachments, ...message }) {
    return { ...message, size: source.length, attachments: attachments.map(({ content, cid, ...file }) => file) };
}
