// A browser without screen or scripts: keeps cookies, follows what it is told to, reads forms.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));
export const redirect = 'http://localhost:5080/dang-nhap/tro-ve';

/** Starts the simulator on a free port. */
export async function start(environment = {}) {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address();
    probe.close();
    const process_ = spawn(process.execPath, ['server.mjs', '--port', String(port), '--people', 'people.example.csv', '--redirect', redirect], {
        cwd: folder, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = await once(process_.stdout, 'data');
    return {
        issuer: `http://localhost:${port}`,
        line: String(line),
        async stop() {
            process_.kill('SIGTERM');
            const [code] = await once(process_, 'exit');
            return code;
        },
    };
}

export class Visitor {
    cookies = new Map();

    constructor(issuer) {
        this.issuer = issuer;
    }

    /** Loads an address and follows redirections as long as they stay with the simulator. */
    async go(address, { method = 'GET', form } = {}) {
        let url = new URL(address, this.issuer);
        for (;;) {
            const response = await fetch(url, {
                method,
                redirect: 'manual',
                headers: { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), Accept: 'text/html' },
                body: form ? new URLSearchParams(form) : undefined,
            });
            for (const cookie of response.headers.getSetCookie()) {
                const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
                if (value === '' || /expires=Thu, 01 Jan 1970/i.test(cookie)) this.cookies.delete(name);
                else this.cookies.set(name, value);
            }
            const location = response.headers.get('Location');
            if (!location) return { status: response.status, headers: response.headers, text: await response.text(), url: url.href };
            url = new URL(location, url);
            if (url.origin !== this.issuer) return { status: response.status, left: url };
            [method, form] = ['GET', undefined];
        }
    }

    /** Asks to sign in, as the portal does. */
    async ask(extra = {}) {
        this.verifier = randomBytes(32).toString('base64url');
        const question = new URLSearchParams({
            client_id: 'haidang', response_type: 'code', scope: 'openid profile email phone identity', redirect_uri: redirect, state: 's1', nonce: 'n1',
            code_challenge: createHash('sha256').update(this.verifier).digest('base64url'), code_challenge_method: 'S256', ...extra,
        });
        for (const [name, value] of [...question]) if (value === '') question.delete(name);
        return this.go(`/auth?${question}`);
    }

    async token(code, { secret, verifier = this.verifier } = {}) {
        const response = await fetch(`${this.issuer}/token`, {
            method: 'POST',
            headers: secret ? { Authorization: `Basic ${Buffer.from(`haidang:${secret}`).toString('base64')}` } : {},
            body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: verifier, ...(secret ? {} : { client_id: 'haidang' }) }),
        });
        return { status: response.status, ...await response.json() };
    }
}

/** Where the first form with a button of that kind leads to. */
export function formOf(page, ending = '') {
    return [...page.text.matchAll(/<form method="post" action="([^"]+)"/g)].map(m => m[1]).find(action => action.endsWith(ending));
}
