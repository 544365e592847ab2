// SPDX-License-Identifier: EUPL-1.2
// web/tools/words.mjs
//
// Reads locales/fr/*.json and writes words/keys.generated.ts: every key, and the arguments its
// French sentence takes. An unknown key or a forgotten argument then fails `tsc`. The file is not
// committed; every npm script that needs it runs this first.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argumentsOf } from './message_arguments.mjs';

const folder = new URL('../../locales/fr/', import.meta.url).pathname;
const target = new URL('../words/keys.generated.ts', import.meta.url).pathname;

/** The words of the pages without an account, that have their own plain dictionaries. */
const withoutAccount = [
  'answering.json',
  'evaluate.json',
  'form.json',
  'kiosk.json',
  'paper.json',
  'respond.json',
  'tally.json',
];

const typeOf = { number: 'number', text: 'string | number', tag: 'Tag' };

function lineFor(key, message) {
  const found = Object.entries(argumentsOf(message));
  if (found.length === 0) return `  '${key}': null;`;
  const fields = found.map(([name, kind]) => `${name}: ${typeOf[kind]}`).join('; ');
  return `  '${key}': { ${fields} };`;
}

const lines = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !withoutAccount.includes(name))
  .sort()
  .flatMap((name) => Object.entries(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  .map(([key, message]) => lineFor(key, message));

const content = `// SPDX-License-Identifier: EUPL-1.2
// web/words/keys.generated.ts
//
// Written by tools/words.mjs from locales/fr. Not committed, not edited.

import type { Tag } from './tag.ts';

export interface Words {
${lines.join('\n')}
}
`;

const previous = (() => {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return '';
  }
})();
if (previous !== content) writeFileSync(target, content);
