// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_sentence.ts
//
// What a carte de suivi allows to be said, in one sentence; what that stands on; and what one should know of the drawing. A
// difference, never a cause. What may be said was decided by the server (docs/methods/follow_up.md); here it finds its words.

import { number, plainDay, t } from '#words';
import {
  about,
  aboutBoth,
  exactly,
  type Measure,
  measureOf,
  measureOfPoints,
} from './follow_up_numbers.ts';
import { capitalised, partText } from './follow_up_words.ts';
import type {
  FollowUpChange,
  FollowUpPart,
  FollowUpPoint,
  Indicator,
  IndicatorView,
} from './types.ts';

export interface Told {
  says: string;
  /** Who and how much it stands on; ends with what the chart cannot say. */
  stands: string;
  /** One sentence each. */
  notes: string[];
}

export function toldOf(view: IndicatorView): Told {
  return {
    says: saysOf(view),
    stands: standsOf(view),
    notes: notesOf(view),
  };
}

function saysOf(view: IndicatorView): string {
  const { change, points } = view.follow_up;
  if (points.length === 0) return t('follow_up.says.nothing');
  if (change == null) return oneSideOf(view);
  const { rhythm } = view.indicator;
  switch (change.reading) {
    case 'too_few':
      return t('follow_up.says.too_few', {
        before: change.points_before,
        since: change.points_since,
      });
    case 'moved_before':
      return t('follow_up.says.moved_before', { rhythm });
    case 'not_told_apart':
    case 'beyond_chance': {
      const sides = sidesOf(view, change);
      const told = t(`follow_up.says.${change.reading}`, { ...sides, rhythm });
      return change.hoped === 'unsaid' ? told : `${told} ${t(`follow_up.hoped.${change.hoped}`)}`;
    }
  }
}

interface Sums {
  numerator: number;
  base: number;
}

/** Of one part, without what was put aside: what its mean is made of. */
export function sumsOf(points: readonly FollowUpPoint[], part: number): Sums {
  const of = points.filter((point) => point.part === part && point.set_aside === '');
  return {
    numerator: of.reduce((sum, point) => sum + point.numerator, 0),
    base: of.reduce((sum, point) => sum + (point.base ?? 0), 0),
  };
}

function written({ numerator, base }: Sums): { numerator: string; base: string } {
  return { numerator: number(numerator), base: number(base) };
}

/** « Il y avait environ 32 interruptions par semaine » and « il y en a environ 19 depuis le 24 août ». */
function sidesOf(
  { indicator, follow_up }: IndicatorView,
  change: FollowUpChange,
): { before: string; now: string } {
  const { counting } = indicator;
  const { points, parts } = follow_up;
  const measure = measureOf(indicator, [change.before, change.now]);
  const [before, now] = aboutBoth(change.before, change.now, measure);
  const at = parts.findIndex(({ on }) => on === change.since);
  const next = parts[at + 1];
  const since = { ...written(sumsOf(points, at)), value: now, day: plainDay(change.since) };
  return {
    before: t(`follow_up.before.${counting}`, {
      ...wordsOf(indicator, measure),
      ...written(sumsOf(points, 0)),
      value: before,
    }),
    // Those who went back look at it from after its end.
    now:
      next === undefined
        ? t(`follow_up.now.${counting}`, since)
        : t(`follow_up.then.${counting}`, { ...since, end: plainDay(next.on) }),
  };
}

function wordsOf({ unit, base_unit, rhythm }: Indicator, { times }: Measure) {
  return { unit, base_unit, rhythm, times: number(times) };
}

/** Points on one side of the change only, or too few of them for a line. */
function oneSideOf({ indicator, follow_up }: IndicatorView): string {
  const { points, parts } = follow_up;
  const at = parts.length - 1;
  const part = parts[at];
  const centre = part?.centre;
  if (part === undefined || centre == null) return withoutLine(indicator, points);
  const measure = measureOf(indicator, [centre]);
  const sums = sumsOf(points, at);
  // A share stands beside its sums, also where the line is the value in the middle.
  const isOfSums = indicator.counting === 'ratio' && sums.base > 0;
  const amount = t(`follow_up.amount.${indicator.counting}`, {
    ...wordsOf(indicator, measure),
    ...written(sums),
    value: about(isOfSums ? sums.numerator / sums.base : centre, measure),
  });
  if (part.reason === 'before') return t('follow_up.says.only_before', { amount });
  return t('follow_up.says.only_since', { amount, part: capitalised(partText(part)) });
}

/** Fewer points than a line wants, or nothing that varies from one to the next. */
const line_points_min = 5;

function withoutLine(indicator: Indicator, points: readonly FollowUpPoint[]): string {
  const first = points[0];
  const isFlat = points.length >= line_points_min && points.every((p) => p.value === first?.value);
  if (first === undefined || !isFlat)
    return t('follow_up.says.few_points', { count: points.length });
  const measure = measureOfPoints(indicator, points);
  return t('follow_up.says.flat', {
    amount: t(`follow_up.amount.${indicator.counting}`, {
      ...wordsOf(indicator, measure),
      ...written(sumsOf(points, first.part)),
      value: exactly(first.value, measure),
    }),
  });
}

function standsOf({ indicator, follow_up }: IndicatorView): string {
  const { points } = follow_up;
  const why = t('follow_up.why');
  if (points.length === 0) return why;
  const { rhythm, counting, base_unit, people, entry } = indicator;
  const periods = t(`follow_up.periods.${rhythm}`, { count: points.length });
  const entries = points.reduce((sum, point) => sum + point.entries, 0);
  const base = points.reduce((sum, point) => sum + (point.base ?? 0), 0);
  const stands = [
    counting !== 'count'
      ? t('follow_up.stands.with_base', { periods, base: number(base), base_unit })
      : entries > points.length
        ? t('follow_up.stands.with_entries', { periods, entries: number(entries) })
        : t('follow_up.stands.alone', { periods }),
  ];
  if (people > 0)
    stands.push(
      t(entry === 'pulse' ? 'follow_up.stands.asked' : 'follow_up.stands.people', { people }),
    );
  return [...stands, why].join(' ');
}

function notesOf(view: IndicatorView): string[] {
  return [...standingNotes(view), ...runNotes(view), ...pointNotes(view), ...periodNotes(view)];
}

/** What few points allow, part by part. */
function standingNotes({ follow_up: { parts } }: IndicatorView): string[] {
  return parts.flatMap((part) => {
    const { standing, points } = part;
    if (standing === 'firm' || (standing === 'points' && points >= line_points_min)) return [];
    return [inPart(part, parts, t(`follow_up.standing.${standing}`, { count: points }))];
  });
}

/** Something lasts within a part, whatever the change did. */
function runNotes({ follow_up: { parts } }: IndicatorView): string[] {
  return parts
    .filter(({ has_long_run }) => has_long_run)
    .map((part) => {
      const day = plainDay(part.longest_from ?? part.from);
      return inPart(part, parts, t('follow_up.long_run', { longest: part.longest, day }));
    });
}

/** A part that is alone needs no name. */
function inPart(part: FollowUpPart, parts: readonly FollowUpPart[], what: string): string {
  if (parts.length === 1) return capitalised(what);
  return t('follow_up.in_part', { part: capitalised(partText(part)), what });
}

function pointNotes({ follow_up }: IndicatorView): string[] {
  const outside = follow_up.points.filter((point) => point.is_outside && point.set_aside === '');
  const aside = follow_up.points.filter((point) => point.set_aside !== '');
  const notes: string[] = [];
  if (outside.length > 0) notes.push(t('follow_up.outside', { count: outside.length }));
  if (aside.length > 0) notes.push(t('follow_up.aside', { count: aside.length }));
  return notes;
}

/** What is not in the picture. Of a pulse, a hole may have been answered: its own sentence says so. */
function periodNotes({ indicator, follow_up }: IndicatorView): string[] {
  const { rhythm, entry } = indicator;
  const { missing, withheld, under_way } = follow_up;
  const notes: string[] = [];
  const isPulse = entry === 'pulse';
  const periods = (count: number) => t(`follow_up.periods.${rhythm}`, { count });
  if (missing.length > 0 && !(isPulse && withheld > 0))
    notes.push(
      t(isPulse ? 'follow_up.no_answer' : 'follow_up.missing', {
        periods: periods(missing.length),
      }),
    );
  if (withheld > 0) notes.push(t('follow_up.withheld', { periods: periods(withheld) }));
  if (under_way != null) notes.push(t('follow_up.under_way', { rhythm }));
  return notes;
}
