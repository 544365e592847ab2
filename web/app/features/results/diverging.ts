// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/diverging.ts
//
// How one question's answers lie on either side of an axis. Pure: counts in, places along a line out. What stands apart (not
// concerned) is in the table and not in the bar; what is neither lies across the axis, half on each side.

import type { ResultItem, Shown } from './types.ts';

export type Side = 'left' | 'middle' | 'right' | 'apart';

/** Which side each option is drawn on, in the order of the options. */
export function sidesOf(item: Pick<ResultItem, 'options' | 'first_favourable'>): readonly Side[] {
  const { options, first_favourable } = item;
  const isSaid = options.some(({ favourable }) => favourable === false);
  if (!isSaid && first_favourable == null) return options.map(() => 'right');
  if (!isSaid)
    return options.map((_, at) => (at + 1 >= (first_favourable ?? 0) ? 'right' : 'left'));
  const sided = options.flatMap(({ favourable }, at) => (favourable == null ? [] : [at]));
  const [first, last] = [sided[0] ?? 0, sided.at(-1) ?? 0];
  return options.map(({ favourable }, at) => {
    if (favourable == null) return at > first && at < last ? 'middle' : 'apart';
    return favourable ? 'right' : 'left';
  });
}

/** Strong at the far end of its side, soft nearer the axis. */
export type Tone = 'left-strong' | 'left-soft' | 'middle' | 'right-soft' | 'right-strong';

export interface Segment {
  /** From 0. */
  option: number;
  tone: Tone;
  /** From the axis, in hundredths of those who stand on the line; left is negative. */
  from: number;
  to: number;
  percent: number;
  count: number;
}

/** Whole percents that add up to a hundred: the largest remainders are rounded up. */
export function percentsOf(counts: readonly number[]): readonly number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (100 * count) / all);
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((one, other) => other.rest - one.rest || one.at - other.at);
  for (const { at } of byRemainder.slice(0, missing)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}

/** From left to right. */
export function segmentsOf(
  item: Pick<ResultItem, 'options' | 'first_favourable'>,
  shown: Pick<Shown, 'by_option'>,
): readonly Segment[] {
  const sides = sidesOf(item);
  const on = sides.flatMap((side, option) => (side === 'apart' ? [] : [{ side, option }]));
  // What is favourable may come first in the questionnaire; on the line it is always on the right.
  const isTurned = on[0]?.side === 'right' && on.some(({ side }) => side === 'left');
  const ordered = isTurned ? [...on].reverse() : on;
  const counts = ordered.map(({ option }) => shown.by_option[option] ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return [];
  const percents = percentsOf(counts);
  const width = (at: number) => (100 * (counts[at] ?? 0)) / all;
  const leftOfAxis = ordered.reduce(
    (sum, { side }, at) =>
      sum + (side === 'left' ? width(at) : side === 'middle' ? width(at) / 2 : 0),
    0,
  );
  let reached = -leftOfAxis;
  return ordered.map(({ side, option }, at) => {
    const from = reached;
    reached += width(at);
    const isEnd = side === 'left' ? at === 0 : side === 'right' ? at === ordered.length - 1 : false;
    const tone: Tone =
      side === 'left' || side === 'right' ? `${side}-${isEnd ? 'strong' : 'soft'}` : 'middle';
    return {
      option,
      tone,
      from,
      to: reached,
      percent: percents[at] ?? 0,
      count: counts[at] ?? 0,
    };
  });
}

/** In hundredths, on either side of the axis. */
export interface Reach {
  left: number;
  right: number;
}

/** How far the bars of several questions reach, so that all are drawn at one scale. */
export function reachOf(bars: readonly (readonly Segment[])[]): Reach {
  const all = bars.flat();
  return {
    left: Math.max(0, ...all.map(({ from }) => -from)),
    right: Math.max(0, ...all.map(({ to }) => to)),
  };
}

export function answersOf(shown: Pick<Shown, 'by_option'>): number {
  return shown.by_option.reduce((sum, count) => sum + count, 0);
}
