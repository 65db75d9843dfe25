// The messages, newest last: the last 500 in memory, and in a folder if there is one.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

const most = 500;
const fileName = /^(\d{6,})\.json$/;

export class Outbox {
    #messages = [];
    #last = 0;

    /** @param folder where messages outlive a restart; undefined keeps them in memory only */
    constructor(folder) {
        this.folder = folder;
    }

    /** Reads what the folder holds. */
    async open() {
        if (!this.folder) return;
        mkdirSync(this.folder, { recursive: true });
        const names = readdirSync(this.folder).filter(name => fileName.test(name)).sort();
        for (const name of names) {
            const { received, from, to } = JSON.parse(readFileSync(join(this.folder, name), 'utf8'));
            const id = fileName.exec(name)[1];
            this.#keep(await message(id, received, from, to, readFileSync(this.#file(id, 'eml'))));
        }
    }

    /** Takes a message in. `from` and `to` are those of the envelope, so blind copies are known as well. */
    async add(from, to, source) {
        const id = String(this.#last + 1).padStart(6, '0');
        this.#last++;
        const received = new Date().toISOString();
        const taken = await message(id, received, from, to, source);
        if (this.folder) {
            writeFileSync(this.#file(id, 'eml'), source);
            writeFileSync(this.#file(id, 'json'), JSON.stringify({ received, from, to }));
        }
        this.#keep(taken);
        return taken;
    }

    find(id) {
        return this.#messages.find(m => m.id === id);
    }

    /** Newest first; with words only those whose recipients hold them, whatever the case. */
    list(words = '') {
        const wanted = words.trim().toLowerCase();
        return this.#messages.filter(m => wanted === '' || m.to.some(address => address.toLowerCase().includes(wanted))).reverse();
    }

    clear() {
        for (const { id } of this.#messages) this.#forget(id);
        this.#messages = [];
    }

    #keep(taken) {
        this.#last = Math.max(this.#last, Number(taken.id));
        this.#messages.push(taken);
        while (this.#messages.length > most) this.#forget(this.#messages.shift().id);
    }

    #forget(id) {
        if (!this.folder) return;
        rmSync(this.#file(id, 'eml'), { force: true });
        rmSync(this.#file(id, 'json'), { force: true });
    }

    #file(id, kind) {
        return join(this.folder, `${id}.${kind}`);
    }
}

async function message(id, received, from, to, source) {
    const mail = await simpleParser(source, { skipTextToHtml: true, skipImageLinks: true });
    return {
        id,
        received,
        from,
        to,
        sender: mail.from?.text ?? from,
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        html: mail.html || '',
        attachments: mail.attachments.map((a, index) => ({
            index, name: a.filename ?? `${index + 1}`, type: a.contentType, size: a.size, cid: a.cid, content: a.content,
        })),
        source,
    };
}
