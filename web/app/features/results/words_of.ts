// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/words_of.ts
//
// A result in words: the sentence it allows, its interval, who it stands on.

import { inLanguage } from '#app/pack_text.ts';
import { findWord, number, quoted, t } from '#words';
import { answersOf, sidesOf } from './diverging.ts';
import { toldOf } from './sentence.ts';
import type { ResultItem, Results, Shown } from './types.ts';

/** « Souvent » ou « Toujours ou presque » */
export function favourableWords(item: ResultItem): string {
  const sides = sidesOf(item);
  return item.options
    .filter((_, at) => sides[at] === 'right')
    .map(({ label }) => quoted(inLanguage(label)))
    .join(t('results.or'));
}

export function sentenceOf(item: ResultItem, shown: Shown): string {
  return t(`results.sentence.${toldOf(shown)}`, {
    answers: favourableWords(item),
    count: answersOf(shown),
    shown: number(answersOf(shown)),
  });
}

export function percent(share: number): string {
  return t('results.percent', { shown: number(Math.round(100 * share)) });
}

/** « 41 %, entre 33 % et 50 % » */
export function shareWords(shown: Shown): string {
  const { share, share_low, share_high } = shown;
  if (share == null) return t('results.no_share');
  if (share_low == null || share_high == null) return percent(share);
  return t('results.interval', {
    share: percent(share),
    low: percent(share_low),
    high: percent(share_high),
  });
}

export function dimensionWord(dimension: string | null): string {
  return (
    (dimension !== null && findWord(`instruments.dimension.${dimension}`)) ||
    t('results.other_questions')
  );
}

export function categoryWord(results: Results, code: string | null): string {
  const category = results.categories.find((each) => each.code === code);
  return category === undefined ? t('results.everybody') : inLanguage(category.name);
}

export function placeWord(results: Results, code: string): string {
  return results.places.find((place) => place.code === code)?.name ?? code;
}
