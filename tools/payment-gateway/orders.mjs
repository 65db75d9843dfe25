// Orders as a city signs them, and the payments that were made here. Payments outlive nothing: this is a simulator.
import { randomUUID } from 'node:crypto';
import { header, isSigned, sign } from '../signature.mjs';

const most = 500;

/** The order in an address, or null when it is not signed with the secret or lacks something. */
export function readOrder(query, secret) {
    const at = query.lastIndexOf('&signature=');
    if (at < 0) return null;
    const signed = query.slice(0, at);
    if (!isSigned(secret, signed, decodeURIComponent(query.slice(at + '&signature='.length)))) return null;
    const said = new URLSearchParams(signed);
    const order = { key: query, case: said.get('case'), payment: said.has('payment') ? Number(said.get('payment')) : undefined, amount: Number(said.get('amount')), reason: said.get('reason') ?? '', back: said.get('return'), notice: said.get('notice') };
    const whole = order.case && Number.isInteger(order.amount) && order.amount > 0 && isWeb(order.back) && isWeb(order.notice);
    return whole ? order : null;
}

export class Payments {
    #made = [];

    constructor(secret) {
        this.secret = secret;
    }

    /** Pays an order once, however often its button is pressed, and tells the city until it has understood, a few times at most. */
    async pay(order, tries = 5, pause = 1000) {
        const before = this.#made.find(p => p.order.key === order.key);
        if (before) return before;
        const payment = { reference: `MP-${randomUUID().slice(0, 8)}`, at: new Date().toISOString(), order, told: false, answer: '' };
        this.#made.push(payment);
        if (this.#made.length > most) this.#made.shift();
        for (let round = 1; round <= tries && !payment.told; round++) {
            if (round > 1) await new Promise(go => setTimeout(go, pause * round));
            await this.tell(payment);
        }
        return payment;
    }

    /** Tells the city once; telling it again is harmless. */
    async tell(payment) {
        const body = JSON.stringify({ case: payment.order.case, payment: payment.order.payment, amount: payment.order.amount, reference: payment.reference, paidAt: payment.at });
        try {
            const answer = await fetch(payment.order.notice, {
                method: 'POST', body, headers: { 'Content-Type': 'application/json', [header]: sign(this.secret, body) }, signal: AbortSignal.timeout(10_000),
            });
            payment.answer = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
            payment.told = answer.ok;
        } catch (error) {
            payment.answer = error.message;
        }
    }

    find(reference) {
        return this.#made.find(p => p.reference === reference);
    }

    list() {
        return this.#made.toReversed();
    }
}

function isWeb(address) {
    return URL.canParse(address ?? '') && ['http:', 'https:'].includes(new URL(address).protocol);
}
