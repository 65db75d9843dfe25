// What the city asked, and what was answered. Questions outlive nothing: this is a simulator.
import { createHash } from 'node:crypto';

const most = 500;

export const modes = ['clear', 'violation', 'hold'];

export class Questions {
    #asked = [];

    /**
     * @param city where the city's API is
     * @param token of the client by which the police call it
     */
    constructor(city, token) {
        this.city = city;
        this.token = token;
        this.mode = 'clear';
    }

    /** Takes a piece of news in; the same news again is the same question. Null for news of anything else. */
    take(news) {
        if (news?.type !== 'vn.haidang.case.message-wanted' || typeof news.data?.href !== 'string') return null;
        const before = this.#asked.find(q => q.news === news.id);
        if (before) return before;
        const question = { id: idOf(news.id), news: news.id, case: news.data.case, message: news.data.message, href: news.data.href, at: new Date().toISOString(), clear: null, answer: '' };
        this.#asked.push(question);
        if (this.#asked.length > most) this.#asked.shift();
        return question;
    }

    /** Answers by itself unless people are to do it, as soon as the city is done with telling. */
    async settle(question, tries = 5, pause = 1000) {
        if (this.mode === 'hold' || question.clear !== null) return;
        const clear = this.mode === 'clear';
        for (let round = 1; round <= tries && question.clear === null; round++) {
            if (round > 1) await new Promise(go => setTimeout(go, pause * round));
            await this.answer(question, clear);
        }
    }

    /** Sends the answer once; the city counts the same id once however often it comes. */
    async answer(question, clear) {
        try {
            const taken = await fetch(new URL(question.href, this.city), {
                method: 'POST', body: JSON.stringify({ id: question.id, data: { clear } }),
                headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.token}` }, signal: AbortSignal.timeout(10_000),
            });
            question.answer = `${taken.status} ${(await taken.text()).slice(0, 300)}`;
            if (taken.ok) question.clear = clear;
        } catch (error) {
            question.answer = error.message;
        }
    }

    find(id) {
        return this.#asked.find(q => q.id === id);
    }

    list() {
        return this.#asked.toReversed();
    }
}

/** The UUID (version 8) of an answer: the same for the same piece of news. */
function idOf(news) {
    const hex = createHash('sha256').update(news).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
