import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import nodemailer from 'nodemailer';

const server = fileURLToPath(new URL('../server.mjs', import.meta.url));
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
let mailbox;

before(async () => { mailbox = await start(); });
after(async () => { assert.equal(await mailbox.stop(), 0, 'ends by itself on SIGTERM'); });
beforeEach(async () => { await fetch(`${mailbox.address}/api/messages`, { method: 'DELETE' }); });

async function start(...extra) {
    const running = spawn(process.execPath, [server, '--smtp-port', '0', '--http-port', '0', ...extra], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(running.stdout, 'data');
    const [, smtp, address] = /^mailbox simulator ready: SMTP localhost:(\d+), outbox (http:\/\/localhost:\d+)\n$/.exec(String(line));
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: Number(smtp), ignoreTLS: true, pool: true, maxConnections: 20, maxMessages: Infinity });
    return {
        address,
        send: mail => transport.sendMail({ from: 'Cổng dịch vụ công <cong@haiphong.example.vn>', subject: 'Hồ sơ đã được tiếp nhận', text: 'Xin chào', ...mail }),
        list: async (to = '') => (await fetch(`${address}/api/messages?to=${encodeURIComponent(to)}`)).json(),
        page: async path => {
            const response = await fetch(address + path);
            return { status: response.status, headers: response.headers, text: await response.text() };
        },
        async stop() {
            transport.close();
            running.kill('SIGTERM');
            const [code] = await once(running, 'exit');
            return code;
        },
    };
}

test('a message with text, HTML and a file arrives whole', async () => {
    await mailbox.send({
        to: 'An <an.nguyen@example.vn>',
        text: 'Kính gửi ông An, hồ sơ 000.00.15.H24-231005-0001 đã được tiếp nhận.',
        html: '<p>Kính gửi ông <b>An</b></p><img src="cid:qr"><a href="http://localhost:5080/theo-doi">Theo dõi</a>',
        attachments: [{ filename: 'Giấy tiếp nhận.pdf', content: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' }, { filename: 'qr.png', content: picture, cid: 'qr' }],
    });
    const [message] = await mailbox.list();
    assert.equal(message.subject, 'Hồ sơ đã được tiếp nhận');
    assert.match(message.sender, /Cổng dịch vụ công/);
    assert.deepEqual(message.to, ['an.nguyen@example.vn']);
    assert.match(message.text, /đã được tiếp nhận/);
    assert.deepEqual(message.attachments.map(a => [a.name, a.type]), [['qr.png', 'image/png'], ['Giấy tiếp nhận.pdf', 'application/pdf']]);

    const page = await mailbox.page(`/messages/${message.id}`);
    assert.match(page.text, /MÔ PHỎNG — thư không được gửi đi đâu cả/);
    assert.match(page.text, /Giấy tiếp nhận\.pdf/);
    assert.match(page.text, /hồ sơ 000\.00\.15\.H24-231005-0001/);
    const html = await mailbox.page(`/messages/${message.id}/html`);
    assert.match(html.text, new RegExp(`<img src="/messages/${message.id}/files/0">`));
    assert.match(html.headers.get('Content-Security-Policy'), /default-src 'none'/);
    const file = await fetch(`${mailbox.address}/messages/${message.id}/files/1`);
    assert.equal(file.headers.get('Content-Disposition'), `attachment; filename*=UTF-8''Gi%E1%BA%A5y%20ti%E1%BA%BFp%20nh%E1%BA%ADn.pdf`);
    assert.equal(await file.text(), '%PDF-1.7');
    assert.match((await mailbox.page(`/messages/${message.id}/source`)).text, /Subject: /);
});

test('the list is newest first and searched by recipient, blind copies included', async () => {
    await mailbox.send({ to: 'an@example.vn', subject: 'Một' });
    await mailbox.send({ to: 'thuy@example.vn', bcc: 'AN@Example.vn', subject: 'Hai' });
    await mailbox.send({ to: 'duc@example.vn', subject: 'Ba' });
    assert.deepEqual((await mailbox.list()).map(m => m.subject), ['Ba', 'Hai', 'Một']);
    assert.deepEqual((await mailbox.list('an@')).map(m => m.subject), ['Hai', 'Một']);
    const page = await mailbox.page('/?to=duc');
    assert.match(page.text, /Ba/);
    assert.doesNotMatch(page.text, /Hai/);
    assert.match((await mailbox.page('/?to=khong')).text, /Không có thư nào gửi đến người nhận này/);
});

test('what a message says is never taken for the page\'s own markup', async () => {
    await mailbox.send({ to: 'an@example.vn', subject: '<script>alert(1)</script>', text: '</pre><script>alert(2)</script>', html: '<script>alert(3)</script>' });
    const [message] = await mailbox.list();
    for (const path of ['/', `/messages/${message.id}`]) {
        const page = await mailbox.page(path);
        assert.doesNotMatch(page.text, /<script/);
        assert.match(page.headers.get('Content-Security-Policy'), /^default-src 'none'; style-src 'self'; frame-src 'self'/);
    }
    assert.doesNotMatch((await mailbox.page(`/messages/${message.id}/html`)).headers.get('Content-Security-Policy'), /script-src/);
    const html = Buffer.from('<script>alert(4)</script>');
    await mailbox.send({ to: 'an@example.vn', attachments: [{ filename: 'x.html', content: html, contentType: 'text/html' }] });
    const file = await fetch(`${mailbox.address}/messages/${(await mailbox.list())[0].id}/files/0`);
    assert.equal(file.headers.get('Content-Type'), 'application/octet-stream');
});

test('what is not there is a 404, and nothing but reading and clearing is allowed', async () => {
    for (const path of ['/messages/999999', '/messages', '/x', '/messages/../server.mjs']) assert.equal((await mailbox.page(path)).status, 404, path);
    assert.equal((await mailbox.page('/api/messages/999999')).status, 404);
    assert.equal((await fetch(`${mailbox.address}/`, { method: 'POST' })).status, 405);
});

test('only the last 500 are kept', async () => {
    const send = i => mailbox.send({ to: 'an@example.vn', subject: `Thư ${i}` });
    for (let i = 1; i <= 4; i++) await send(i);
    await Promise.all(Array.from({ length: 498 }, (_, i) => send(i + 5)));
    await send(503);
    const kept = await mailbox.list();
    assert.equal(kept.length, 500);
    assert.equal(kept[0].subject, 'Thư 503');
    assert.equal(kept.at(-1).subject, 'Thư 4');
});

test('with a folder the messages outlive a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailbox-'));
    try {
        const first = await start('--folder', folder);
        await first.send({ to: 'an@example.vn', subject: 'Ở lại' });
        await first.stop();
        assert.equal(readdirSync(folder).length, 2);
        const second = await start('--folder', folder);
        await second.send({ to: 'an@example.vn', subject: 'Mới' });
        assert.deepEqual((await second.list()).map(m => [m.id, m.subject]), [['000002', 'Mới'], ['000001', 'Ở lại']]);
        await second.stop();
    } finally {
        rmSync(folder, { recursive: true });
    }
});
