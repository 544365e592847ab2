// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/words.ts
//
// The words of the page on which a team counts (locales/*/tally.json): plain sentences with {names}, and among them those of the
// frame around. French comes with the code, one wait less; English is fetched by who reads it.

import french from '../../../locales/fr/tally.json';
import { type Language, speakWith } from '../words.ts';

type Words = typeof french;
export type TallyKey = keyof Words;

const load: Record<Language, () => Promise<Words>> = {
  fr: () => Promise.resolve(french),
  en: () => import('../../../locales/en/tally.json').then((file) => file.default),
};

let words: Partial<Words> = {};

export async function speakTally(language: Language): Promise<void> {
  words = await load[language]();
  speakWith(language, {
    'respond.danger': told('tally.danger'),
    'respond.other_language': told('tally.other_language'),
  });
}

export function told(key: TallyKey, values: Record<string, string | number> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Why the server did not take one figure. */
export function whyRefused(problem: string): string {
  switch (problem) {
    case 'tally.too_late':
      return told('tally.problem.too_late');
    case 'tally.in_the_future':
      return told('tally.problem.in_the_future');
    case 'indicator.over':
      return told('tally.problem.over');
    case 'figure.base_too_small':
      return told('tally.problem.base_too_small');
    case 'request.too_many':
      return told('tally.problem.full');
    default:
      return told('tally.problem.invalid');
  }
}

/** Why what waits has not left. */
export function whyWaiting(problem: string): string {
  switch (problem) {
    case 'network.offline':
      return told('tally.waits.offline');
    case 'tally.link_not_valid':
      return told('tally.waits.link_not_valid');
    case 'request.too_many':
      return told('tally.waits.too_many');
    default:
      return told('tally.waits.other');
  }
}
