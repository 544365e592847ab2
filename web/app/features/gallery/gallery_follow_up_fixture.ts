// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gallery/gallery_follow_up_fixture.ts
//
// Three invented indicators as the server would send them, with lines worked out as docs/methods/charts.md says (2.1 and 2.8,
// without screening): weeks around a change, a few first weeks, and a pulse of which two weeks may not be shown.

import type {
  FollowUpPart,
  FollowUpPoint,
  Indicator,
  IndicatorView,
  JournalMark,
} from '../experiments/follow_up/types.ts';

const changed_on = '2026-08-24';
const changed = {
  on: changed_on,
  reason: 'start',
  words: 'La relève du matin dans la salle du fond',
} as const;
export const journal: readonly JournalMark[] = [
  { number: 1, on: '2026-07-27' },
  { number: 2, on: '2026-09-30' },
];

const indicator: Indicator = {
  id: 'interruptions',
  experiment_id: 'gallery',
  title: 'Interruptions pendant la relève du matin',
  definition: 'Un trait par interruption, sur la feuille de relève.',
  counting: 'count',
  unit: 'interruptions',
  base_unit: '',
  field: 'activity',
  source: 'la feuille de relève',
  entered_by: 'qui écrit la synthèse',
  rhythm: 'week',
  entry: 'hand',
  hoped: 'less',
  people: 31,
  library_code: '',
  expires_on: '2026-11-27',
  version: 1,
};

function weekAfter(first: string, weeks: number): string {
  const day = new Date(`${first}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 7 * weeks);
  return day.toISOString().slice(0, 10);
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const differences = (values: readonly number[]) =>
  values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? 0)));

function counted(first: string, part: number, values: readonly number[]): FollowUpPoint[] {
  const centre = mean(values);
  const reach = (3 * mean(differences(values))) / 1.128;
  return values.map((value, at) => ({
    from: weekAfter(first, at),
    value,
    numerator: value,
    entries: 7,
    part,
    centre,
    lower: centre - reach,
    upper: centre + reach,
    set_aside: '',
    is_outside: Math.abs(value - centre) > reach,
  }));
}

function part(points: readonly FollowUpPoint[], given: Partial<FollowUpPart>): FollowUpPart {
  return {
    from: points[0]?.from ?? '',
    on: points[0]?.from ?? '',
    reason: 'before',
    words: '',
    points: points.length,
    standing: 'firm',
    centre: points.at(-1)?.centre ?? null,
    has_long_run: false,
    longest: 3,
    longest_from: points[0]?.from ?? null,
    ...given,
  };
}

const before = counted('2026-06-01', 0, [33, 28, 36, 31, 27, 34, 30, 38, 29, 32, 35, 30]);
const since = counted(changed_on, 1, [22, 19, 24, 17, 21, 15, 20, 18, 16, 21, 17, 19]);

export const around_a_change: IndicatorView = {
  indicator,
  is_over: false,
  values: [],
  follow_up: {
    chart_type: 'i',
    points: [...before, ...since],
    parts: [part(before, {}), part(since, changed)],
    missing: [],
    under_way: '2026-11-16',
    withheld: 0,
    change: {
      since: changed_on,
      points_before: 12,
      points_since: 12,
      before: mean(before.map(({ value }) => value)),
      now: mean(since.map(({ value }) => value)),
      reading: 'beyond_chance',
      hoped: 'as_hoped',
    },
  },
};

const first_weeks = counted(changed_on, 0, [14, 9, 12, 17, 11, 8, 13]).map((point) => ({
  ...point,
  centre: 12,
  lower: null,
  upper: null,
  is_outside: false,
}));

export const few_weeks: IndicatorView = {
  indicator: {
    ...indicator,
    id: 'calls',
    title: 'Rappels à la maison après le poste de nuit',
    unit: 'rappels',
    hoped: 'watched',
  },
  is_over: false,
  values: [],
  follow_up: {
    chart_type: 'i',
    points: first_weeks,
    parts: [part(first_weeks, { ...changed, standing: 'plain_run', centre: 12 })],
    missing: [],
    under_way: null,
    withheld: 0,
    change: null,
  },
};

/** Of those who answered in a week, how many said yes. */
const answers: readonly [number, number][] = [
  [9, 21],
  [11, 24],
  [8, 19],
  [12, 22],
  [0, 3],
  [10, 20],
  [9, 23],
  [13, 25],
  [21, 23],
  [10, 18],
  [9, 20],
  [2, 4],
  [11, 24],
  [12, 21],
];
const answers_min = 5;
const outage = 8;

function asked(): FollowUpPoint[] {
  const shown = answers.flatMap(([yes, base], at) =>
    base < answers_min ? [] : [{ yes, base, from: weekAfter('2026-08-31', at), at }],
  );
  const kept = shown.filter(({ at }) => at !== outage);
  const centre =
    kept.reduce((sum, { yes }) => sum + yes, 0) / kept.reduce((sum, { base }) => sum + base, 0);
  const deviation = (base: number) => Math.sqrt((centre * (1 - centre)) / base);
  const ranges = differences(kept.map(({ yes, base }) => (yes / base - centre) / deviation(base)));
  const spread = mean(ranges) / 1.128;
  return shown.map(({ yes, base, from, at }) => ({
    from,
    value: yes / base,
    numerator: yes,
    base,
    entries: base,
    part: 0,
    centre,
    lower: Math.max(0, centre - 3 * spread * deviation(base)),
    upper: Math.min(1, centre + 3 * spread * deviation(base)),
    set_aside: at === outage ? 'La question a été posée un jour de grève.' : '',
    is_outside: false,
  }));
}

const pulse = asked();

export const a_pulse: IndicatorView = {
  indicator: {
    ...indicator,
    id: 'pulse',
    title: 'Ai-je pu finir ce que j’avais commencé ?',
    counting: 'ratio',
    unit: 'oui',
    base_unit: 'réponses',
    field: 'practices',
    entry: 'pulse',
    hoped: 'more',
    people: 26,
  },
  is_over: false,
  values: [],
  follow_up: {
    chart_type: 'pp',
    points: pulse,
    parts: [part(pulse, { ...changed, standing: 'provisional', points: 11 })],
    missing: ['2026-09-28', '2026-11-16'],
    under_way: null,
    withheld: 2,
    change: null,
  },
};
