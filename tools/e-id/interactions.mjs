// The steps between the client's request and its answer: who are you, do you agree.
import { findPeople } from './people.mjs';
import { consentPage, peoplePage } from './pages.mjs';

const path = /^\/dang-nhap\/([\w-]+)(\/dong-y|\/huy)?$/;
const longestForm = 10_000;

/** Answers a request of the sign-in pages; false when it is for something else. What oidc-provider throws is for the caller. */
export async function interact(provider, people, request, response) {
    const url = new URL(request.url, 'http://localhost');
    const step = path.exec(url.pathname);
    if (!step) return false;
    const details = await provider.interactionDetails(request, response);
    const uid = details.uid;
    if (step[1] !== uid) return false;

    if (request.method === 'GET' && !step[2]) show(response, await question(provider, people, details, url.searchParams.get('q') ?? ''));
    else if (request.method !== 'POST') return false;
    else if (step[2] === '/huy') await provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'Người dùng đã hủy đăng nhập. The person cancelled.' });
    else if (step[2] === '/dong-y') await provider.interactionFinished(request, response, await agreement(provider, details), { mergeWithLastSubmission: true });
    else await choose(provider, people, uid, request, response);
    return true;
}

async function question(provider, people, details, words) {
    const { uid, prompt, params, session } = details;
    if (prompt.name === 'login') return peoplePage({ uid, found: findPeople(people, words), total: people.size, words });
    const client = await provider.Client.find(params.client_id);
    return consentPage({ uid, person: people.get(session.accountId), client: client.clientName, wanted: params.scope.split(' ') });
}

async function choose(provider, people, uid, request, response) {
    const sub = (await form(request)).get('sub');
    if (people.has(sub)) {
        await provider.interactionFinished(request, response, { login: { accountId: sub } }, { mergeWithLastSubmission: false });
        return;
    }
    const chosen = ['Không có người này. Hãy chọn lại.', 'There is no such person. Choose again.'];
    show(response, peoplePage({ uid, found: [...people.values()], total: people.size, words: '', chosen }), 422);
}

async function agreement(provider, { prompt, params, session, grantId }) {
    const grant = (grantId && await provider.Grant.find(grantId)) || new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    if (prompt.details.missingOIDCScope) grant.addOIDCScope(prompt.details.missingOIDCScope.join(' '));
    if (prompt.details.missingOIDCClaims) grant.addOIDCClaims(prompt.details.missingOIDCClaims);
    return { consent: { grantId: await grant.save() } };
}

async function form(request) {
    let text = '';
    for await (const part of request) {
        text += part;
        if (text.length > longestForm) break;
    }
    return new URLSearchParams(text);
}

function show(response, page, status = 200) {
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(page);
}
