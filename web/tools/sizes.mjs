// SPDX-License-Identifier: EUPL-1.2
// web/tools/sizes.mjs
//
// After a build: what the first load of the home page and of the respondent page weighs, gzipped,
// and a refusal above the budget. Counts the page, its styles, its code and the French words.

import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));

function gather(key, files) {
  const chunk =
    manifest[key] ?? Object.values(manifest).find(({ name, isEntry }) => name === key && !isEntry);
  if (chunk === undefined) throw new Error(`not in the build: ${key}`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) gather(imported, files);
}

function weigh(name, pages, keys, budget_kB) {
  const files = new Set([pages].flat());
  for (const key of keys) gather(key, files);
  let bytes = 0;
  for (const file of files) {
    const compressed = `${dist}${file}.gz`;
    bytes += existsSync(compressed)
      ? readFileSync(compressed).length
      : gzipSync(readFileSync(dist + file)).length;
  }
  const kB = bytes / 1000;
  console.log(`${name}: ${kB.toFixed(1)} kB gzip of ${budget_kB}, ${files.size} files`);
  return kB <= budget_kB;
}

const fits = [
  weigh(
    'home',
    'index.html',
    ['index.html', 'app/features/home/home_screen.tsx', 'words/catalogue_fr.ts'],
    250,
  ),
  weigh('respond', 'respond.html', ['respond.html', '../locales/fr/respond.json'], 60),
  weigh(
    'a discussion on a phone',
    'respond.html',
    ['respond.html', 'respond/space/space_page.tsx', '../locales/fr/respond.json'],
    60,
  ),
  weigh(
    'a session of evaluation on a phone',
    'respond.html',
    [
      'respond.html',
      'respond/evaluate/way.tsx',
      '../locales/fr/respond.json',
      '../locales/fr/evaluate.json',
    ],
    60,
  ),
  weigh(
    'a questionnaire on a phone',
    ['respond.html', 'q/worker.js'],
    ['respond.html', 'questionnaire', '../locales/fr/answering.json', '../locales/fr/form.json'],
    60,
  ),
  weigh(
    'a figure counted on a phone',
    ['respond.html', 'c/worker.js'],
    ['respond.html', 'respond/tally/tally_page.tsx'],
    60,
  ),
];
if (fits.includes(false)) {
  console.error('A first load is over its budget (web/README.md, "Sizes").');
  process.exit(1);
}
