import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { header, isSigned, sign } from '../../signature.mjs';

const secret = 'a secret of the tests';
const heard = [];
let city, gateway, address, refuses = 0;

before(async () => {
    city = createServer(async (request, response) => {
        let body = '';
        for await (const part of request) body += part;
        heard.push({ body, signature: request.headers[header.toLowerCase()] });
        response.writeHead(refuses-- > 0 ? 503 : 200).end('{}');
    });
    await new Promise(ready => city.listen(0, '127.0.0.1', ready));
    gateway = spawn(process.execPath, ['server.mjs', '--port', '0'], { cwd: new URL('..', import.meta.url), env: { ...process.env, GATEWAY_SECRET: secret } });
    address = await new Promise(ready => gateway.stdout.on('data', line => ready(/http:\S+/.exec(line)[0])));
});

after(() => {
    gateway.kill();
    city.close();
});

const order = (amount = 25000) => {
    const query = new URLSearchParams({ case: 'H-1', amount, reason: 'Lệ phí <b>', return: 'http://localhost/x', notice: `http://127.0.0.1:${city.address().port}/api/payments` }).toString();
    return `${query}&signature=${encodeURIComponent(sign(secret, query))}`;
};

test('an order shows what is to be paid, as text', async () => {
    const page = await (await fetch(`${address}/pay?${order()}`)).text();
    assert.match(page, /25\.000 đ/);
    assert.match(page, /MÔ PHỎNG/);
    assert.doesNotMatch(page, /<b>/);
});

test('an order that was changed or is not signed is refused', async () => {
    for (const query of [order().replace('25000', '1'), 'case=H-1&amount=1', order(-5), order() + '0'])
        assert.equal((await fetch(`${address}/pay?${query}`, { method: 'POST' })).status, 403);
    assert.equal(heard.length, 0);
});

test('a payment is told to the city, signed, until it is understood', async () => {
    refuses = 1;
    const signed = order();
    const paid = await fetch(`${address}/pay?${signed}`, { method: 'POST' });
    assert.match(await paid.text(), /Đã thanh toán/);
    assert.equal(heard.length, 2);
    await fetch(`${address}/pay?${signed}`, { method: 'POST' });
    assert.equal(heard.length, 2);
    assert.equal(heard[0].body, heard[1].body);
    assert.ok(isSigned(secret, heard[1].body, heard[1].signature));
    const { case: number, amount, reference } = JSON.parse(heard[1].body);
    assert.deepEqual([number, amount], ['H-1', 25000]);

    await fetch(`${address}/payments/${reference}/tell`, { method: 'POST' });
    assert.equal(heard.length, 3);
    assert.equal(heard[2].body, heard[0].body);
});

test('a signature is of one body, one secret and this moment', () => {
    const now = Date.now();
    assert.ok(isSigned(secret, 'a', sign(secret, 'a', now), now));
    assert.ok(!isSigned(secret, 'b', sign(secret, 'a', now), now));
    assert.ok(!isSigned('other', 'a', sign(secret, 'a', now), now));
    assert.ok(!isSigned(secret, 'a', sign(secret, 'a', now - 301_000), now));
    assert.ok(!isSigned(secret, 'a', undefined, now));
});
