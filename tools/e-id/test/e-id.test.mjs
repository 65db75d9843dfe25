import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { after, before, test } from 'node:test';
import { formOf, redirect, start, Visitor } from './visitor.mjs';

let simulator;
before(async () => { simulator = await start(); });
after(async () => { assert.equal(await simulator.stop(), 0, 'ends by itself on SIGTERM'); });

async function signIn(visitor, sub, extra) {
    const people = await visitor.ask(extra);
    const consent = await visitor.go(formOf(people), { method: 'POST', form: { sub } });
    return visitor.go(formOf(consent, '/dong-y'), { method: 'POST' });
}

test('says in one line that it is ready', () => {
    assert.match(simulator.line, /^e-ID simulator ready: http:\/\/localhost:\d+ \(4 people, client haidang, public\)\n$/);
});

test('a person signs in with one click and agrees, and the portal gets the claims', async () => {
    const visitor = new Visitor(simulator.issuer);
    const people = await visitor.ask();
    assert.match(people.text, /MÔ PHỎNG — không phải định danh thật/);
    assert.match(people.text, /Trần Thị Bích Thủy/);
    const consent = await visitor.go(formOf(people), { method: 'POST', form: { sub: 'demo-thuy' } });
    assert.match(consent.text, /Đồng ý chia sẻ thông tin\?/);
    assert.match(consent.text, /Số định danh cá nhân/);
    const { left } = await visitor.go(formOf(consent, '/dong-y'), { method: 'POST' });
    assert.equal(left.origin + left.pathname, redirect);
    assert.equal(left.searchParams.get('state'), 's1');
    assert.equal(left.searchParams.get('iss'), simulator.issuer);

    const tokens = await visitor.token(left.searchParams.get('code'));
    assert.equal(tokens.status, 200);
    const [head, body, signature] = tokens.id_token.split('.');
    const id = JSON.parse(Buffer.from(body, 'base64url'));
    assert.equal(id.sub, 'demo-thuy');
    assert.equal(id.aud, 'haidang');
    assert.equal(id.nonce, 'n1');
    const { keys: [key] } = await (await fetch(`${simulator.issuer}/jwks`)).json();
    assert.ok(verify('sha256', `${head}.${body}`, createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url')));

    const claims = await (await fetch(`${simulator.issuer}/me`, { headers: { Authorization: `Bearer ${tokens.access_token}` } })).json();
    assert.deepEqual(claims, {
        sub: 'demo-thuy', name: 'Trần Thị Bích Thủy', birthdate: '1998-01-05', gender: 'female', identity_number: '031198000022',
        email: 'thuy.tran@example.vn', email_verified: true, phone_number: '0912345602', phone_number_verified: true,
        address: { formatted: 'Số 12 phố Cát Cụt, phường Lê Chân, thành phố Hải Phòng', country: 'VN' },
    });
});

test('only what the scope asks for is told, and a person without e-mail has none', async () => {
    const visitor = new Visitor(simulator.issuer);
    const { left } = await signIn(visitor, 'demo-hoa', { scope: 'openid email' });
    const tokens = await visitor.token(left.searchParams.get('code'));
    const claims = await (await fetch(`${simulator.issuer}/me`, { headers: { Authorization: `Bearer ${tokens.access_token}` } })).json();
    assert.deepEqual(claims, { sub: 'demo-hoa' });
});

test('PKCE with S256 is required, and the verifier must fit', async () => {
    const without = await new Visitor(simulator.issuer).ask({ code_challenge: '', code_challenge_method: '' });
    assert.equal(without.left.searchParams.get('error'), 'invalid_request');
    const plain = await new Visitor(simulator.issuer).ask({ code_challenge_method: 'plain' });
    assert.equal(plain.left.searchParams.get('error'), 'invalid_request');

    const visitor = new Visitor(simulator.issuer);
    const { left } = await signIn(visitor, 'demo-an');
    assert.equal((await visitor.token(left.searchParams.get('code'), { verifier: 'x'.repeat(43) })).error, 'invalid_grant');
});

test('a code works once', async () => {
    const visitor = new Visitor(simulator.issuer);
    const { left } = await signIn(visitor, 'demo-an');
    assert.equal((await visitor.token(left.searchParams.get('code'))).status, 200);
    assert.equal((await visitor.token(left.searchParams.get('code'))).error, 'invalid_grant');
});

test('an unknown place to return to is refused on a page of our own', async () => {
    const page = await new Visitor(simulator.issuer).ask({ redirect_uri: 'http://localhost:9999/' });
    assert.equal(page.status, 400);
    assert.match(page.text, /Không đăng nhập được/);
});

test('cancelling tells the portal so', async () => {
    const visitor = new Visitor(simulator.issuer);
    const people = await visitor.ask();
    const { left } = await visitor.go(formOf(people, '/huy'), { method: 'POST' });
    assert.equal(left.searchParams.get('error'), 'access_denied');
});

test('nobody can sign in as a person who is not on the list, nor in another browser', async () => {
    const visitor = new Visitor(simulator.issuer);
    const people = await visitor.ask();
    const refused = await visitor.go(formOf(people), { method: 'POST', form: { sub: 'demo-khong-co' } });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /Không có người này/);
    const stranger = await new Visitor(simulator.issuer).go(formOf(people), { method: 'POST', form: { sub: 'demo-an' } });
    assert.equal(stranger.status, 400);
});

test('people are found without accents', async () => {
    const visitor = new Visitor(simulator.issuer);
    const people = await visitor.ask();
    const found = await visitor.go(`${formOf(people)}?q=do minh duc`);
    assert.match(found.text, /Đỗ Minh Đức/);
    assert.doesNotMatch(found.text, /Nguyễn Văn An/);
    assert.match((await visitor.go(`${formOf(people)}?q=<b>`)).text, /Không có ai khớp/);
});

test('signing out ends the session and leads back to the portal', async () => {
    const visitor = new Visitor(simulator.issuer);
    const { left } = await signIn(visitor, 'demo-an');
    const tokens = await visitor.token(left.searchParams.get('code'));
    const again = await visitor.ask();
    assert.ok(again.left?.searchParams.get('code'), 'within a session nothing is asked again');

    const end = new URLSearchParams({ id_token_hint: tokens.id_token, post_logout_redirect_uri: 'http://localhost:5080/', state: 'bye' });
    const question = await visitor.go(`/session/end?${end}`);
    assert.match(question.text, /Bạn muốn đăng xuất\?/);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(question.text)[1];
    const done = await visitor.go('/session/end/confirm', { method: 'POST', form: { xsrf, logout: 'yes' } });
    assert.equal(done.left.href, 'http://localhost:5080/?state=bye');
    assert.match((await visitor.ask()).text, /Bạn là ai\?/);
});

test('every page has a strict policy and no script', async () => {
    const visitor = new Visitor(simulator.issuer);
    for (const page of [await visitor.go('/'), await visitor.ask(), await visitor.go('/session/end')]) {
        assert.match(page.headers.get('Content-Security-Policy'), /^default-src 'none'; style-src 'self'; form-action 'self' http:\/\/localhost:5080; base-uri 'none'; frame-ancestors 'none'$/);
        assert.doesNotMatch(page.text, /<script|<style|javascript:|onload|style="/i);
        assert.match(page.text, /SIMULATION — not a real identity service/);
    }
});

test('without a session signing out still leads back, by a button and no script', async () => {
    const visitor = new Visitor(simulator.issuer);
    const end = new URLSearchParams({ client_id: 'haidang', post_logout_redirect_uri: 'http://localhost:5080/' });
    const page = await visitor.go(`/session/end?${end}`);
    assert.match(page.text, /Tiếp tục/);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)[1];
    const done = await visitor.go(formOf(page), { method: 'POST', form: { xsrf, logout: 'yes' } });
    assert.equal(done.left.href, 'http://localhost:5080/');
});

test('a confidential client has to show its secret', async () => {
    const confidential = await start({ E_ID_CLIENT_SECRET: 'rat-bi-mat-0123456789' });
    try {
        assert.match(confidential.line, /confidential/);
        const visitor = new Visitor(confidential.issuer);
        const { left } = await signIn(visitor, 'demo-an');
        const code = left.searchParams.get('code');
        assert.equal((await visitor.token(code)).error, 'invalid_client');
        assert.equal((await visitor.token(code, { secret: 'rat-bi-mat-0123456789' })).status, 200);
    } finally {
        await confidential.stop();
    }
});
