// Builds the assets of the design system into obj/assets: one style sheet, one module of islands, fonts and pictures,
// each named by the hash of its content (so that browsers may keep it for ever), each with a .br and a .gz beside it
// when that is smaller, and manifest.json, which tells the program the hashed name of each.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { tabularFigures } from './figures.mjs';

const out = process.argv[2] ?? 'obj/assets';
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// url("figures:400") in a style sheet is the font of the ten figures in that weight.
const figures = {
  name: 'figures',
  setup(asked) {
    asked.onResolve({ filter: /^figures:/ }, ({ path }) => ({ path: `be-vietnam-figures-${path.slice(8)}.woff2`, namespace: 'figures' }));
    asked.onLoad({ filter: /./, namespace: 'figures' }, ({ path }) => ({
      contents: tabularFigures(readFileSync(`node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-${path.match(/\d+/)[0]}-normal.woff2`), 'Be Vietnam Figures'),
      loader: 'file',
    }));
  },
};

const result = await build({
  entryPoints: {
    site: 'Assets/css/site.css',
    islands: 'Assets/islands/islands.js',
    emblem: 'Assets/images/emblem.svg',
  },
  outdir: out,
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: ['chrome100', 'firefox100', 'safari15.4'],
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.woff2': 'file', '.svg': 'copy' },
  plugins: [figures],
  logLevel: 'warning',
});

const manifest = {};
for (const file of result.outputFiles) {
  const name = basename(file.path);
  writeFileSync(join(out, name), file.contents);
  if (!/\.woff2$/.test(name)) compress(name, file.contents);
  manifest[name.replace(/-[A-Z0-9]{8}(\.\w+)$/, '$1')] = name;
}
writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');

function compress(name, contents) {
  const br = brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  const gz = gzipSync(contents, { level: 9 });
  if (br.length < contents.length) writeFileSync(join(out, `${name}.br`), br);
  if (gz.length < contents.length) writeFileSync(join(out, `${name}.gz`), gz);
}
