// Installs the fonts that package-lock.json names, once, even when several builds ask at the same moment.
// The build calls it when the lock file is newer than what is installed; whoever comes second waits and finds the work done.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const busy = join(here, 'obj', 'fonts.busy');
const stamp = join(here, 'node_modules', '.fonts-installed');
const wanted = join(here, 'package-lock.json');

const isCurrent = () => existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(wanted).mtimeMs;
const pause = ms => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

// True while the process that wrote its number into the busy file runs. A file without a number was only just made.
function ownerLives() {
    try {
        const owner = Number(readFileSync(busy, 'utf8'));
        if (!owner) return Date.now() - statSync(busy).mtimeMs < 10_000;
        process.kill(owner, 0);
        return true;
    } catch (error) {
        return error.code === 'EPERM';
    }
}

function waitForTurn() {
    mkdirSync(dirname(busy), { recursive: true });
    for (;;) {
        try {
            writeFileSync(busy, String(process.pid), { flag: 'wx' });
            return;
        } catch (error) {
            if (error.code !== 'EEXIST') throw error;
            if (!ownerLives()) rmSync(busy, { force: true });
            pause(200);
        }
    }
}

waitForTurn();
try {
    if (!isCurrent()) {
        const onWindows = process.platform === 'win32';
        execFileSync(onWindows ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
            { cwd: here, stdio: 'inherit', shell: onWindows });
        writeFileSync(stamp, '');
    }
} catch (error) {
    console.error(`src/Documents: npm ci failed (${error.message}); its own message stands above.`);
    process.exitCode = 1;
} finally {
    rmSync(busy, { force: true });
}
