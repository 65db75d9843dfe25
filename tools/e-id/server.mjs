// SIMULATOR of the national e-ID. See README.md.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { interact } from './interactions.mjs';
import { errorPage, startPage } from './pages.mjs';
import { readPeople } from './people.mjs';
import { createProvider } from './provider.mjs';

const { values: options } = parseArgs({
    options: {
        port: { type: 'string', default: '5081' },
        people: { type: 'string' },
        redirect: { type: 'string', multiple: true, default: ['http://localhost:5080/dang-nhap/tro-ve'] },
        'signed-out': { type: 'string', multiple: true },
        'client-id': { type: 'string', default: process.env.E_ID_CLIENT_ID ?? 'haidang' },
    },
});
if (!options.people) stop('--people FILE is missing: a CSV file of the demo people, for example people.example.csv');

const issuer = `http://localhost:${options.port}`;
const people = attempt(() => readPeople(options.people));
const clientId = options['client-id'];
const portals = [...new Set(options.redirect.map(address => attempt(() => new URL(address)).origin))];
const provider = createProvider({
    issuer,
    people,
    clientId,
    clientSecret: process.env.E_ID_CLIENT_SECRET,
    redirects: options.redirect,
    signedOutRedirects: options['signed-out'] ?? portals.map(origin => `${origin}/`),
});
provider.on('server_error', (_, error) => console.error(error));

const style = readFileSync(new URL('style.css', import.meta.url));
const answer = provider.callback();
const headers = {
    // The answer to the last form leads back to the portal, which browsers count as part of that form.
    'Content-Security-Policy': `default-src 'none'; style-src 'self'; form-action 'self' ${portals.join(' ')}; base-uri 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
};

const server = createServer(async (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    try {
        const path = request.url.split('?')[0];
        if (path === '/') response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(startPage(clientId));
        else if (path === '/style.css') response.writeHead(200, { 'Content-Type': 'text/css' }).end(style);
        else if (!await interact(provider, people, request, response)) await answer(request, response);
    } catch (error) {
        // An interaction that has expired or belongs to another browser.
        const known = error.statusCode >= 400 && error.statusCode < 500;
        if (!known) console.error(error);
        if (!response.headersSent) response.writeHead(known ? error.statusCode : 500, { 'Content-Type': 'text/html; charset=utf-8' });
        response.end(errorPage(known ? error : { error: 'server_error' }));
    }
});
server.on('error', error => stop(error.message));
server.listen(Number(options.port), '127.0.0.1', () =>
    console.log(`e-ID simulator ready: ${issuer} (${people.size} people, client ${clientId}, ${process.env.E_ID_CLIENT_SECRET ? 'confidential' : 'public'})`));

for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
        server.close(() => process.exit(0));
        server.closeAllConnections();
    });
}

function attempt(read) {
    try {
        return read();
    } catch (error) {
        return stop(error.message);
    }
}

function stop(problem) {
    console.error(problem);
    process.exit(2);
}
