// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_numbers.ts
//
// Figures of an indicator as people read them: shares as percentages, rates for ten, a hundred or a thousand, and no more digits
// than a page needs.

import { currentLanguage, number, t } from '#words';
import type { FollowUpPoint, Indicator } from './types.ts';

/** How values are shown: times this, and said to be shares. */
export interface Measure {
  times: number;
  isShare: boolean;
}

type Values = readonly (number | null | undefined)[];

/**
 * « 0,0072 chute par journée » is read by nobody: 7,2 for a thousand. « Pour une relèves » is no sentence either: a rate is for
 * ten at least.
 */
export function measureOf({ counting }: Pick<Indicator, 'counting'>, values: Values): Measure {
  if (counting === 'ratio') return { times: 100, isShare: true };
  if (counting !== 'rate') return { times: 1, isShare: false };
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  if (most >= 0.1 || most === 0) return { times: 10, isShare: false };
  return { times: most >= 0.01 ? 100 : 1000, isShare: false };
}

export function measureOfPoints(
  indicator: Pick<Indicator, 'counting'>,
  points: readonly FollowUpPoint[],
): Measure {
  return measureOf(
    indicator,
    points.map(({ value }) => value),
  );
}

/** From a hundred on, whole numbers; below, so many digits that tell. */
function decimalsOf(value: number, digits: number): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 100) return 0;
  return Math.min(3, Math.max(0, digits - 1 - Math.floor(Math.log10(size))));
}

function withDecimals(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

function written(value: number, { isShare }: Measure): string {
  return isShare ? t('follow_up.percent', { shown: number(value) }) : number(value);
}

/** Digits of a table. */
export function exactly(value: number, measure: Measure): string {
  const shown = value * measure.times;
  return written(withDecimals(shown, decimalsOf(shown, 3)), measure);
}

function rounded(value: number, measure: Measure, digits: number): string {
  const shown = value * measure.times;
  const share_decimals = Math.abs(shown) < 1 ? digits - 1 : digits - 2;
  const decimals = decimalsOf(shown, digits);
  return written(
    withDecimals(shown, measure.isShare ? Math.min(decimals, share_decimals) : decimals),
    measure,
  );
}

/** Digits of a sentence: « environ 32 », « environ 1,4 », « 25 % ». */
export function about(value: number, measure: Measure): string {
  return rounded(value, measure, 2);
}

/** Two that are set side by side, with a digit more where they would look the same. */
export function aboutBoth(one: number, other: number, measure: Measure): [string, string] {
  const [short_one, short_other] = [about(one, measure), about(other, measure)];
  if (one === other || short_one !== short_other) return [short_one, short_other];
  return [rounded(one, measure, 3), rounded(other, measure, 3)];
}

/** A size with the ends of its range, all with as many decimals; none but zero is written as zero. */
export function sameDecimals<Names extends string>(
  values: Readonly<Record<Names, number>>,
  { times }: Measure,
): Record<Names, string> {
  const entries = Object.entries(values) as [Names, number][];
  const shown = entries.map(([, value]) => value * times);
  let decimals = decimalsOf(Math.max(...shown.map(Math.abs)), 2);
  const isLost = (value: number) => value !== 0 && withDecimals(value, decimals) === 0;
  while (decimals < 3 && shown.some(isLost)) decimals += 1;
  return Object.fromEntries(
    entries.map(([name], at) => [name, number(withDecimals(shown[at] ?? 0, decimals) + 0)]),
  ) as Record<Names, string>;
}

/** « 17,2 à 46,7 », « 28,8 à 67,4 % » */
export function rangeText(low: number, high: number, measure: Measure): string {
  return t('follow_up.range', {
    low: exactly(low, { ...measure, isShare: false }),
    high: exactly(high, measure),
  });
}

/** Beside the lines of the grid: all with as many decimals. */
export function tickText(value: number, step: number, measure: Measure): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step * measure.times) + 1e-9));
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const language = currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB';
  const shown = new Intl.NumberFormat(language, digits).format(value * measure.times + 0);
  return measure.isShare ? t('follow_up.percent', { shown }) : shown;
}

/** What values are numbers of: « chutes pour 1 000 journées ». */
export function unitOf(indicator: Indicator, measure: Measure): string {
  const { counting, unit, base_unit } = indicator;
  if (counting === 'rate')
    return t('follow_up.unit.rate', { unit, times: number(measure.times), base_unit });
  return unit;
}

/** What was counted in one period, with its base: « 25 % (7 sur 28) ». */
export function figureText(indicator: Indicator, point: FollowUpPoint, measure: Measure): string {
  const shown = measure.isShare ? about(point.value, measure) : exactly(point.value, measure);
  if (point.base == null || indicator.counting === 'count') return shown;
  const parts = { shown, numerator: number(point.numerator), base: number(point.base) };
  if (indicator.counting === 'measure') return t('follow_up.figure.measure', parts);
  return t('follow_up.figure.of', parts);
}
