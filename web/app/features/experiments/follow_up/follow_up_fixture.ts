// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_fixture.ts
//
// For tests: an indicator with the points and parts a test names, and nothing else of note.

import type { FollowUp, FollowUpPart, FollowUpPoint, Indicator, IndicatorView } from './types.ts';

const days_of = { day: 1, week: 7, month: 31 } as const;

/** Points from 1 June 2026 on, around a centre. */
export function counted(
  count: number,
  centre: number,
  rhythm: Indicator['rhythm'] = 'week',
): FollowUpPoint[] {
  return Array.from({ length: count }, (_, at) => {
    const day = new Date('2026-06-01T12:00:00Z');
    day.setUTCDate(day.getUTCDate() + days_of[rhythm] * at);
    const value = centre + (at % 3) - 1;
    return {
      from: day.toISOString().slice(0, 10),
      value,
      numerator: value,
      entries: 1,
      part: 0,
      centre,
      lower: centre - 5,
      upper: centre + 5,
      set_aside: '',
      is_outside: false,
    };
  });
}

/** Parts of equal length; points are told theirs. */
export function partsAt(points: FollowUpPoint[], changes: number, words: string): FollowUpPart[] {
  const length = Math.ceil(points.length / (changes + 1));
  return Array.from({ length: changes + 1 }, (_, at) => {
    const own = points.slice(at * length, (at + 1) * length);
    for (const point of own) point.part = at;
    return {
      from: own[0]?.from ?? '',
      on: own[0]?.from ?? '',
      reason: at === 0 ? 'before' : at === 1 ? 'start' : 'adaptation',
      words: at === 0 ? '' : words,
      points: own.length,
      standing: 'firm',
      centre: own.at(-1)?.centre ?? null,
      has_long_run: false,
      longest: 2,
    };
  });
}

export function indicatorView(
  follow_up: Partial<FollowUp>,
  indicator: Partial<Indicator> = {},
): IndicatorView {
  return {
    indicator: {
      id: 'indicator',
      experiment_id: 'experiment',
      title: 'Interruptions',
      definition: 'Un trait par interruption.',
      counting: 'count',
      unit: 'interruptions',
      base_unit: '',
      field: 'activity',
      source: 'la feuille de relève',
      entered_by: '',
      rhythm: 'week',
      entry: 'hand',
      hoped: 'less',
      people: 31,
      library_code: '',
      version: 1,
      ...indicator,
    },
    is_over: false,
    values: [],
    follow_up: {
      chart_type: 'i',
      points: [],
      parts: follow_up.parts ?? partsAt(follow_up.points ?? [], 0, ''),
      missing: [],
      withheld: 0,
      ...follow_up,
    },
  };
}
