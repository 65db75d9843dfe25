// Where the provider keeps what it knows while it runs (oidc-provider's adapter interface): in memory, gone when it stops.
const kept = new Map();

export class Memory {
    constructor(kind) {
        this.kind = kind;
    }

    async upsert(id, payload, expiresIn) {
        const until = expiresIn ? Date.now() + expiresIn * 1000 : Infinity;
        for (const [key, entry] of kept) if (entry.until < Date.now()) kept.delete(key);
        kept.set(`${this.kind}:${id}`, { id, kind: this.kind, payload, until });
    }

    async find(id) {
        const entry = kept.get(`${this.kind}:${id}`);
        return entry && entry.until >= Date.now() ? entry.payload : undefined;
    }

    async findByUid(uid) {
        for (const entry of kept.values()) if (entry.kind === this.kind && entry.payload.uid === uid) return this.find(entry.id);
        return undefined;
    }

    async findByUserCode() {
        return undefined;
    }

    async consume(id) {
        const payload = await this.find(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    }

    async destroy(id) {
        kept.delete(`${this.kind}:${id}`);
    }

    async revokeByGrantId(grantId) {
        for (const [key, entry] of kept) if (entry.payload.grantId === grantId) kept.delete(key);
    }
}
