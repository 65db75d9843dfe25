// SIMULATOR of a mail server. See README.md.
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { Outbox } from './outbox.mjs';
import { answer } from './web.mjs';

const largest = 25 * 1024 * 1024;
const { values: options } = parseArgs({
    options: {
        'smtp-port': { type: 'string', default: '5082' },
        'http-port': { type: 'string', default: '5083' },
        folder: { type: 'string' },
    },
});

const outbox = new Outbox(options.folder);
await outbox.open();

const smtp = new SMTPServer({
    name: 'localhost',
    banner: 'SIMULATOR: nothing is sent on',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largest,
    onData(stream, session, done) {
        const parts = [];
        stream.on('data', part => parts.push(part));
        stream.on('error', done);
        stream.on('end', () => {
            if (stream.sizeExceeded) {
                done(Object.assign(new Error('The message is larger than 25 MB'), { responseCode: 552 }));
                return;
            }
            const { mailFrom, rcptTo } = session.envelope;
            outbox.add(mailFrom ? mailFrom.address : '', rcptTo.map(r => r.address), Buffer.concat(parts))
                .then(message => done(null, `Kept as ${message.id}`), done);
        });
    },
});
smtp.on('error', error => { if (error.syscall === 'listen') stop(error); });

const web = createServer((request, response) => {
    try {
        answer(outbox, request, response);
    } catch (error) {
        console.error(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
    }
});
web.on('error', stop);

await new Promise(ready => smtp.listen(Number(options['smtp-port']), '127.0.0.1', ready));
await new Promise(ready => web.listen(Number(options['http-port']), '127.0.0.1', ready));
console.log(`mailbox simulator ready: SMTP localhost:${smtp.server.address().port}, outbox http://localhost:${web.address().port}`);

for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
        web.close();
        web.closeAllConnections();
        smtp.close(() => process.exit(0));
    });
}

function stop(error) {
    console.error(error.message);
    process.exit(2);
}
