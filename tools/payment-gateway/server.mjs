// SIMULATOR of a payment gateway. See README.md.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { Payments, readOrder } from './orders.mjs';
import { listPage, orderPage, paidPage, refusedPage } from './pages.mjs';

const { values: options } = parseArgs({ options: { port: { type: 'string', default: '5084' } } });
const secret = process.env.GATEWAY_SECRET;
if (!secret) stop('GATEWAY_SECRET is missing: the secret that the city has in HAIDANG_CONNECTION_PAYMENT_SECRET');

const payments = new Payments(secret);
const style = readFileSync(new URL('../simulator.css', import.meta.url));

const server = createServer((request, response) => answer(request, response).catch(error => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
}));
server.on('error', error => stop(error.message));
server.listen(Number(options.port), '127.0.0.1', () => console.log(`payment gateway simulator ready: http://localhost:${server.address().port}`));

async function answer(request, response) {
    const { pathname, search } = new URL(request.url, 'http://localhost');
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    const told = /^\/payments\/(MP-[0-9a-f]{8})(\/tell)?$/.exec(pathname);
    if (pathname === '/style.css') response.writeHead(200, { 'Content-Type': 'text/css' }).end(style);
    else if (pathname === '/' && request.method === 'GET') show(response, 200, listPage(payments.list()));
    else if (pathname === '/pay') await order(request, response, search.slice(1));
    else if (told && payments.find(told[1])) {
        const payment = payments.find(told[1]);
        if (told[2] && request.method === 'POST') await payments.tell(payment);
        show(response, 200, paidPage(payment));
    } else response.writeHead(404).end();
}

async function order(request, response, query) {
    const asked = readOrder(query, secret);
    if (!asked) show(response, 403, refusedPage());
    else if (request.method === 'POST') {
        const payment = await payments.pay(asked);
        response.writeHead(303, { Location: `/payments/${payment.reference}` }).end();
    } else show(response, 200, orderPage(asked, query));
}

function show(response, status, html) {
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
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
