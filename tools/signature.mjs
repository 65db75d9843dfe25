// Signatures as connections of Hải Đăng have them: t=<seconds>,v1=<HMAC-SHA256 over "t.body" in hexadecimal digits>.
import { createHmac, timingSafeEqual } from 'node:crypto';

const oldest = 300;

export const header = 'X-HaiDang-Signature';

export function sign(secret, body, now = Date.now()) {
    const seconds = Math.floor(now / 1000);
    return `t=${seconds},v1=${mac(secret, seconds, body)}`;
}

export function isSigned(secret, body, signature, now = Date.now()) {
    const parts = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? '');
    if (!parts || Math.abs(now / 1000 - Number(parts[1])) > oldest) return false;
    return timingSafeEqual(Buffer.from(parts[2]), Buffer.from(mac(secret, parts[1], body)));
}

function mac(secret, seconds, body) {
    return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}
