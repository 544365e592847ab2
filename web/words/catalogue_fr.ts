// SPDX-License-Identifier: EUPL-1.2
// web/words/catalogue_fr.ts
//
// Every file of locales/fr as one flat catalogue; a new file needs no line here.

import type { Catalogue } from './catalogue.ts';

const files = import.meta.glob<Catalogue>(
  ['../../locales/fr/*.json', '!../../locales/fr/{answering,evaluate,respond,form,tally}.json'],
  { eager: true, import: 'default' },
);

export const catalogue: Catalogue = Object.assign({}, ...Object.values(files));
