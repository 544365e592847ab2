// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/sentence.ts
//
// Which sentence a result allows, and no more than that: more than half, fewer than half, or that one cannot tell. The interval
// decides, not the number in its middle. Nothing is called good or bad.

import type { ResultItem, Shown } from './types.ts';

export type Told = 'most' | 'few' | 'divided' | 'nothing';

const half = 0.5;

export function toldOf(shown: Pick<Shown, 'share' | 'share_low' | 'share_high'>): Told {
  const { share, share_low, share_high } = shown;
  if (share == null || share_low == null || share_high == null) return 'nothing';
  if (share_low > half) return 'most';
  if (share_high < half) return 'few';
  return 'divided';
}

export type Beside = 'more' | 'fewer' | 'cannot_tell';

/** Fewer than this on either side, and nothing is compared: docs/anonymity.md, 1, and the method of comparisons. */
export const compared_min = 30;

/** Whether a place differs from the rest of its house, as far as both intervals lie apart. */
export function besideOf(
  here: Pick<Shown, 'by_option' | 'share_low' | 'share_high'>,
  rest: Pick<Shown, 'by_option' | 'share_low' | 'share_high'>,
): Beside {
  const few = [here, rest].some(
    ({ by_option }) => by_option.reduce((sum, count) => sum + count, 0) < compared_min,
  );
  const [low, high] = [here.share_low, here.share_high];
  if (few || low == null || high == null) return 'cannot_tell';
  if (rest.share_low == null || rest.share_high == null) return 'cannot_tell';
  if (low > rest.share_high) return 'more';
  return high < rest.share_low ? 'fewer' : 'cannot_tell';
}

/** An interval in words people use: how many in ten. */
export function inTen(share_low: number, share_high: number): { from: number; to: number } {
  return { from: Math.floor(share_low * 10), to: Math.ceil(share_high * 10) };
}

/** Questions of one dimension stand together, in the order of the questionnaire. */
export function byDimension(
  items: readonly ResultItem[],
): readonly { dimension: string | null; items: readonly ResultItem[] }[] {
  const groups = new Map<string | null, ResultItem[]>();
  for (const item of items) {
    const dimension = item.dimension ?? null;
    const group = groups.get(dimension);
    if (group === undefined) groups.set(dimension, [item]);
    else group.push(item);
  }
  return [...groups].map(([dimension, grouped]) => ({ dimension, items: grouped }));
}
