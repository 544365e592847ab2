// SPDX-License-Identifier: EUPL-1.2
// web/words/catalogue.ts
//
// The words of one language, loaded when that language is asked for: French readers never
// download English. The pages without an account have their own few words (answering.json, respond.json, form.json),
// which are not in here.

export type Language = 'fr' | 'en';
export const languages: readonly Language[] = ['fr', 'en'];

export type Catalogue = Record<string, string>;

const load = {
  fr: () => import('./catalogue_fr.ts').then((module) => module.catalogue),
  en: () => import('./catalogue_en.ts').then((module) => module.catalogue),
};

export function loadCatalogue(language: Language): Promise<Catalogue> {
  return load[language]();
}
