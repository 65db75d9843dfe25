// SIMULATOR of the traffic police. See README.md.
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { header, isSigned } from '../signature.mjs';
import { listPage } from './pages.mjs';
import { modes, Questions } from './questions.mjs';

const largest = 64 * 1024;
const { values: options } = parseArgs({ options: { port: { type: 'string', default: '5085' }, city: { type: 'string', default: 'http://localhost:5080' } } });
const token = process.env.POLICE_TOKEN;
if (!token) stop('POLICE_TOKEN is missing: the token that the city gave by "haidang api-client add"');

const questions = new Questions(options.city, token);
const secret = randomBytes(24).toString('hex');
const style = readFileSync(new URL('../simulator.css', import.meta.url));

const server = createServer((request, response) => answer(request, response).catch(error => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
}));
server.on('error', error => stop(error.message));
server.listen(Number(options.port), '127.0.0.1', () => {
    console.log(`traffic police simulator ready: http://localhost:${server.address().port}`);
    register();
});

/** Says to the city where news is wanted. The city may still be starting: it is asked until it answers. What an earlier run registered is taken back. */
async function register() {
    const address = `http://127.0.0.1:${server.address().port}/news`;
    const call = (method, path, body) => fetch(new URL(path, options.city), {
        method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(10_000),
    });
    for (;;) {
        try {
            const listed = await call('GET', '/api/webhooks');
            if (listed.ok) {
                for (const { id } of (await listed.json()).webhooks) await call('DELETE', `/api/webhooks/${id}`);
                const kept = await call('PUT', `/api/webhooks/${randomUUID()}`, { address, secret });
                if (kept.ok) break;
                console.error(`the city does not register the webhook: ${kept.status} ${await kept.text()}`);
            } else console.error(`the city does not list webhooks: ${listed.status}`);
        } catch {
            // not listening yet
        }
        await new Promise(go => setTimeout(go, 500));
    }
    console.log('traffic police simulator registered');
}

async function answer(request, response) {
    const { pathname } = new URL(request.url, 'http://localhost');
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    const chosen = /^\/mode\/(clear|violation|hold)$/.exec(pathname);
    const decided = /^\/questions\/([0-9a-f-]{36})\/(clear|violation)$/.exec(pathname);
    if (pathname === '/style.css') response.writeHead(200, { 'Content-Type': 'text/css' }).end(style);
    else if (pathname === '/' && request.method === 'GET') show(response, listPage(questions.list(), questions.mode, modes));
    else if (pathname === '/news' && request.method === 'POST') await news(request, response);
    else if (request.method === 'POST' && chosen) {
        questions.mode = chosen[1];
        response.writeHead(303, { Location: '/' }).end();
    } else if (request.method === 'POST' && decided && questions.find(decided[1])) {
        await questions.answer(questions.find(decided[1]), decided[2] === 'clear');
        response.writeHead(303, { Location: '/' }).end();
    } else response.writeHead(404).end();
}

async function news(request, response) {
    const parts = [];
    let size = 0;
    for await (const part of request) {
        size += part.length;
        if (size > largest) return response.writeHead(413).end();
        parts.push(part);
    }
    const body = Buffer.concat(parts).toString('utf8');
    if (!isSigned(secret, body, request.headers[header.toLowerCase()])) return response.writeHead(403).end();
    const question = questions.take(JSON.parse(body));
    response.writeHead(204).end();
    if (question) await questions.settle(question);
}

function show(response, html) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
}

for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
        server.close(() => process.exit(0));
        server.closeAllConnections();
    });
}

function stop(problem) {
    console.error(problem);
    process.exit(2);
}
