// The OpenID Connect provider: authorization code with PKCE (S256), one client.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';
import { Memory } from './memory.mjs';
import { claimsOf } from './people.mjs';
import { continuePage, errorPage, signedOutPage, signOutPage } from './pages.mjs';

const hour = 60 * 60;

export function createProvider({ issuer, people, clientId, clientSecret, redirects, signedOutRedirects }) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const provider = new Provider(issuer, {
        adapter: Memory,
        clients: [{
            client_id: clientId,
            client_name: 'Cổng dịch vụ công (bản mô phỏng)',
            ...(clientSecret
                ? { client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_basic' }
                : { token_endpoint_auth_method: 'none' }),
            grant_types: ['authorization_code'],
            response_types: ['code'],
            redirect_uris: redirects,
            post_logout_redirect_uris: signedOutRedirects,
        }],
        jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') }] },
        cookies: { keys: [randomBytes(32).toString('hex')] },
        responseTypes: ['code'],
        pkce: { required: () => true },
        scopes: ['openid', 'profile', 'email', 'phone', 'identity'],
        claims: {
            openid: ['sub'],
            profile: ['name', 'birthdate', 'gender'],
            email: ['email', 'email_verified'],
            phone: ['phone_number', 'phone_number_verified'],
            identity: ['identity_number', 'address'],
        },
        clientAuthMethods: ['client_secret_basic', 'none'],
        features: {
            dPoP: { enabled: false },
            pushedAuthorizationRequests: { enabled: false },
            devInteractions: { enabled: false },
            rpInitiatedLogout: {
                enabled: true,
                logoutSource: (ctx, form) => html(ctx, signOutPage(form)),
                postLogoutSuccessSource: ctx => html(ctx, signedOutPage()),
            },
        },
        interactions: { url: (_, interaction) => `/dang-nhap/${interaction.uid}` },
        findAccount: (_, sub) => people.has(sub) ? { accountId: sub, claims: () => claimsOf(people.get(sub)) } : undefined,
        renderError: (ctx, error) => html(ctx, errorPage(error)),
        ttl: { AccessToken: hour, AuthorizationCode: 60, IdToken: hour, Interaction: hour, Session: 8 * hour, Grant: 8 * hour },
    });
    provider.use(withoutScript);
    return provider;
}

/** Where the library would send a form that submits itself by script, a person gets a button. */
async function withoutScript(ctx, next) {
    await next();
    const form = typeof ctx.body === 'string' && /<script>.*(<form method="post" action="[^"]+">).*<\/form>/s.exec(ctx.body);
    if (form) ctx.body = continuePage(form[1] + ctx.body.match(/<input type="hidden"[^>]*>/g).join(''));
}

function html(ctx, page) {
    ctx.type = 'html';
    ctx.body = page;
}
