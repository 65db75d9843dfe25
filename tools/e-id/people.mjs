// The demo people: read once from a CSV file (RFC 4180) with a header line.
import { readFileSync } from 'node:fs';

const needed = ['sub', 'name', 'birthdate', 'gender', 'identity_number', 'phone', 'email', 'address'];

export function readPeople(file) {
    const [header = [], ...rows] = readCsv(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    const missing = needed.filter(column => !header.includes(column));
    if (missing.length > 0) throw new Error(`${file}:1: the columns ${missing.join(', ')} are missing`);

    const people = new Map();
    for (const [index, row] of rows.entries()) {
        const person = Object.fromEntries(header.map((column, i) => [column, (row[i] ?? '').trim().normalize('NFC')]));
        if (!person.sub || !person.name) throw new Error(`${file}: person ${index + 1} has no sub or no name`);
        if (people.has(person.sub)) throw new Error(`${file}: the sub ${person.sub} is there twice`);
        people.set(person.sub, person);
    }
    if (people.size === 0) throw new Error(`${file}: there is nobody in it`);
    return people;
}

/** The claims of OpenID Connect Core 1.0 §5.1, and identity_number beside them. Values that a person does not have are left out. */
export function claimsOf(person) {
    const claims = {
        sub: person.sub,
        name: person.name,
        birthdate: person.birthdate,
        gender: person.gender,
        identity_number: person.identity_number,
        email: person.email,
        email_verified: person.email ? true : undefined,
        phone_number: person.phone,
        phone_number_verified: person.phone ? true : undefined,
        address: person.address ? { formatted: person.address, country: 'VN' } : undefined,
    };
    return Object.fromEntries(Object.entries(claims).filter(([, value]) => value));
}

/** People whose name or identity number holds the words; accents and case do not matter. */
export function findPeople(people, words) {
    const wanted = fold(words);
    return [...people.values()].filter(person => fold(person.name).includes(wanted) || person.identity_number.includes(wanted));
}

function fold(text) {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim();
}

function readCsv(text) {
    const rows = [];
    let row = [];
    let field = '';
    let quoted = false;
    for (let i = 0; i < text.length; i++) {
        const c = text[i];
        if (quoted) {
            if (c !== '"') field += c;
            else if (text[i + 1] === '"') field += text[++i];
            else quoted = false;
        } else if (c === '"' && field === '') quoted = true;
        else if (c === ',') {
            row.push(field);
            field = '';
        } else if (c === '\n' || c === '\r') {
            if (c === '\r' && text[i + 1] === '\n') i++;
            endRow();
        } else field += c;
    }
    endRow();
    return rows;

    function endRow() {
        row.push(field);
        if (row.some(value => value !== '')) rows.push(row);
        row = [];
        field = '';
    }
}
