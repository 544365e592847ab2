// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/time_axis.ts
//
// One time for everything on a page: whole months, from the first day anything was counted or tried to the last.

import { currentLanguage, type Day } from '#words';
import { slotsOf, periodAfter } from '../follow_up/follow_up_geometry.ts';
import { widthOf } from '../follow_up/follow_up_labels.ts';
import type { IndicatorView } from './types.ts';

/** `to` is the first day that is not on it any more. */
export interface Span {
  from: Day;
  to: Day;
}

/** Ten years: more would be drawn as a grey smear, and a wrong year in a date must not fill the memory. */
const months_most = 120;
const day_ms = 86_400_000;

function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / day_ms;
}

function monthStart(day: Day, months_after = 0): Day {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months_after, 1)).toISOString().slice(0, 10);
}

export function dayAfter(day: Day): Day {
  return periodAfter('day', day);
}

/** When an indicator was counted; nothing: it was not yet. */
export function countedSpan({ follow_up, indicator }: IndicatorView): Span | null {
  const slots = slotsOf(follow_up, indicator.rhythm);
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { from: first.from, to: periodAfter(indicator.rhythm, last.from) };
}

interface Dated {
  starts_on: Day;
  ends_on: Day;
  indicators: readonly IndicatorView[];
}

/** Whole months around all that is dated; `null` where nothing is. */
export function timeAxisOf(experiments: readonly Dated[]): Span | null {
  const spans = experiments.flatMap(({ starts_on, ends_on, indicators }) => [
    { from: starts_on, to: dayAfter(ends_on) },
    ...indicators.map(countedSpan).filter((span) => span !== null),
  ]);
  const from = spans.map((span) => span.from).sort()[0];
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return null;
  const begins = monthStart(from);
  const ends = monthStart(to) === to ? to : monthStart(to, 1);
  const latest = monthStart(begins, months_most);
  return { from: begins, to: ends < latest ? ends : latest };
}

/** How far along a day begins: 0 at the first, 1 when all is over. */
export function shareOf(axis: Span, day: Day): number {
  const first = dayNumber(axis.from);
  const share = (dayNumber(day) - first) / (dayNumber(axis.to) - first);
  return Math.min(1, Math.max(0, share));
}

export function monthsOf(axis: Span): Day[] {
  const months: Day[] = [];
  for (let day = axis.from; day < axis.to && months.length < months_most; day = monthStart(day, 1))
    months.push(day);
  return months;
}

/** A month with its name below, and its year where it is the first written of that year. */
export interface MonthLabel {
  from: Day;
  share: number;
  month: string;
  year: string;
}

const steps = [1, 2, 3, 6, 12, 24];
const between_labels = 8;

/** As many months as their names leave room for. */
export function monthLabelsOf(axis: Span, width: number, text_size: number): MonthLabel[] {
  const months = monthsOf(axis);
  const names = months.map(monthName);
  const widest = Math.max(0, ...names.map((name) => widthOf(name, text_size)));
  const room = width / Math.max(1, months.length);
  const every = steps.find((step) => step * room >= widest + between_labels) ?? 24;
  const shown = months.filter((_, at) => at % every === 0);
  return shown.map((from, at) => ({
    from,
    share: shareOf(axis, from),
    month: monthName(from),
    year: shown[at - 1]?.slice(0, 4) === from.slice(0, 4) ? '' : from.slice(0, 4),
  }));
}

/** « janv. » */
function monthName(day: Day): string {
  const language = currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB';
  return new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
}
