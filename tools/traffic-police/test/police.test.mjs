import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { header, sign } from '../../signature.mjs';

const token = 'hd_test';
const heard = [];
let city, police, address, webhook, refuses = 0;

before(async () => {
    city = createServer(async (request, response) => {
        let body = '';
        for await (const part of request) body += part;
        assert.equal(request.headers.authorization, `Bearer ${token}`);
        if (request.method === 'GET') return response.writeHead(200).end('{"webhooks":[{"id":"11111111-1111-1111-1111-111111111111"}]}');
        heard.push({ method: request.method, path: request.url, body: body && JSON.parse(body) });
        if (request.method === 'PUT') webhook(JSON.parse(body));
        response.writeHead(request.url.includes('/messages/') && refuses-- > 0 ? 503 : 201).end('{}');
    });
    await new Promise(ready => city.listen(0, '127.0.0.1', ready));
    const registered = new Promise(ready => { webhook = ready; });
    police = spawn(process.execPath, ['server.mjs', '--port', '0', '--city', `http://127.0.0.1:${city.address().port}`], { cwd: new URL('..', import.meta.url), env: { ...process.env, POLICE_TOKEN: token } });
    address = await new Promise(ready => police.stdout.once('data', line => ready(/http:\S+/.exec(line)[0])));
    webhook = await registered;
});

after(() => {
    police.kill();
    city.close();
});

const news = (id, type = 'vn.haidang.case.message-wanted') => JSON.stringify({ specversion: '1.0', id, type, data: { case: id, message: 'violation-check', href: `/api/cases/${id}/messages/violation-check` } });
const tell = (body, secret = webhook.secret) => fetch(`${address}/news`, { method: 'POST', body, headers: { [header]: sign(secret, body) } });
const answers = id => heard.filter(h => h.path === `/api/cases/${id}/messages/violation-check`);
const until = async (what) => { for (let i = 0; i < 200 && !what(); i++) await new Promise(go => setTimeout(go, 25)); assert.ok(what()); };
const press = path => fetch(address + path, { method: 'POST' });

test('it registers at the city and takes back what an earlier run registered', () => {
    assert.deepEqual(heard.slice(0, 2).map(h => h.method), ['DELETE', 'PUT']);
    assert.equal(webhook.address, `${address.replace('localhost', '127.0.0.1')}/news`);
    assert.ok(webhook.secret.length >= 24);
});

test('what is asked is answered by itself, once, under the same id however often it is told', async () => {
    refuses = 1;
    assert.equal((await tell(news('case-1'))).status, 204);
    await until(() => answers('case-1').length === 2);
    assert.deepEqual(answers('case-1')[0].body, answers('case-1')[1].body);
    assert.deepEqual(answers('case-1')[0].body.data, { clear: true });
    await tell(news('case-1'));
    await tell(news('case-1', 'vn.haidang.case.accepted'));
    assert.equal(answers('case-1').length, 2);
});

test('news without the right signature is not heard', async () => {
    assert.equal((await tell(news('case-2'), 'another secret')).status, 403);
    assert.equal((await fetch(`${address}/news`, { method: 'POST', body: news('case-2') })).status, 403);
    assert.equal(answers('case-2').length, 0);
});

test('a person may answer otherwise', async () => {
    await press('/mode/hold');
    await tell(news('case-3'));
    const page = await (await fetch(address)).text();
    assert.match(page, /MÔ PHỎNG/);
    assert.equal(answers('case-3').length, 0);
    await press(/\/questions\/[0-9a-f-]{36}\/violation/.exec(page)[0]);
    assert.deepEqual(answers('case-3')[0].body.data, { clear: false });
    await press('/mode/violation');
    await tell(news('case-4'));
    await until(() => answers('case-4').length === 1);
    assert.deepEqual(answers('case-4')[0].body.data, { clear: false });
});
