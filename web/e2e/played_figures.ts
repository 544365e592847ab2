// SPDX-License-Identifier: EUPL-1.2
// web/e2e/played_figures.ts
//
// Figures of three experiments as the server would send them: the demonstration's numbers, with lines worked out plainly (mean,
// and three spreads of neighbours).

import type {
  FollowUpChange,
  FollowUpPart,
  FollowUpPoint,
  Indicator,
  IndicatorView,
} from '../app/features/experiments/follow_up/types.ts';

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function weekAfter(first: string, weeks: number): string {
  const day = new Date(`${first}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 7 * weeks);
  return day.toISOString().slice(0, 10);
}

interface Counted {
  id: string;
  title: string;
  purpose: string;
  unit: string;
  field: Indicator['field'];
  people: number;
  from: string;
  /** How many weeks before the change. */
  before: number;
  values: readonly number[];
  /** A share of so many. */
  base?: [number, string];
  reading: FollowUpChange['reading'];
  hoped?: FollowUpChange['hoped'];
  link?: string;
}

function linesOf(values: readonly number[], isShare: boolean) {
  const centre = mean(values);
  const neighbours = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? 0)));
  const reach = (3 * mean(neighbours)) / 1.128;
  const upper = centre + reach;
  return {
    centre,
    lower: Math.max(0, centre - reach),
    upper: isShare ? Math.min(1, upper) : upper,
  };
}

function counted(given: Counted): IndicatorView {
  const [base, base_unit] = given.base ?? [null, ''];
  const sides = [given.values.slice(0, given.before), given.values.slice(given.before)];
  const points = sides.flatMap((side, part): FollowUpPoint[] => {
    const values = side.map((value) => value / (base ?? 1));
    const lines = linesOf(values, base !== null);
    return side.map((numerator, at) => {
      const value = values[at] ?? 0;
      const from = weekAfter(given.from, at + part * given.before);
      const is_outside = value < lines.lower || value > lines.upper;
      return {
        from,
        value,
        numerator,
        base,
        entries: 1,
        part,
        ...lines,
        set_aside: '',
        is_outside,
      };
    });
  });
  const parts = sides.map((side, at): FollowUpPart => {
    const own = points.filter(({ part }) => part === at);
    return {
      from: own[0]?.from ?? '',
      on: own[0]?.from ?? '',
      reason: at === 0 ? 'before' : 'start',
      words: '',
      points: side.length,
      standing: side.length < 12 ? 'provisional' : 'firm',
      centre: own[0]?.centre ?? null,
      has_long_run: false,
      longest: 3,
      longest_from: null,
    };
  });
  return {
    indicator: indicatorOf(given, base_unit),
    is_over: false,
    values: [],
    follow_up: {
      chart_type: base === null ? 'i' : 'pp',
      points,
      parts,
      missing: [],
      under_way: null,
      withheld: 0,
      change: {
        since: parts[1]?.on ?? '',
        points_before: given.before,
        points_since: given.values.length - given.before,
        before: parts[0]?.centre ?? 0,
        now: parts[1]?.centre ?? 0,
        reading: given.reading,
        hoped: given.hoped ?? 'unsaid',
      },
    },
    link: given.link ?? null,
  };
}

function indicatorOf(given: Counted, base_unit: string): Indicator {
  return {
    id: given.id,
    experiment_id: 'experiment',
    title: given.title,
    purpose: given.purpose,
    definition: `${given.title}, semaine par semaine.`,
    counting: base_unit === '' ? 'count' : 'ratio',
    unit: given.unit,
    base_unit,
    field: given.field,
    source: 'une feuille au mur, sans nom',
    entered_by: 'La personne qui écrit la synthèse',
    rhythm: 'week',
    entry: given.link ? 'tally' : 'hand',
    hoped: 'less',
    people: given.people,
    library_code: '',
    expires_on: '2026-12-31',
    columns: null,
    version: 1,
  };
}

export const interruptions = counted({
  id: 'interruptions',
  title: 'Interruptions de la relève',
  purpose: 'Savoir si la relève est vraiment gardée',
  unit: 'interruptions',
  field: 'activity',
  people: 31,
  from: '2025-11-03',
  before: 12,
  values: [
    15, 17, 20, 15, 24, 18, 17, 19, 20, 20, 15, 19, 21, 7, 11, 8, 17, 11, 14, 13, 13, 17, 19, 9, 13,
    14, 12, 10, 12, 8, 16, 8, 14, 15, 14, 8,
  ],
  reading: 'beyond_chance',
  hoped: 'as_hoped',
  link: 'https://etabli.example/c/7f3k9m2p5r8t1v4x6z0bcdfghj',
});

export const departures = counted({
  id: 'departures',
  title: 'Départs après l’heure',
  purpose: 'Savoir si l’on rend du temps ou si l’on en prend',
  unit: 'départs',
  base: [84, 'départs prévus'],
  field: 'practices',
  people: 31,
  from: '2025-11-03',
  before: 12,
  values: [
    33, 23, 38, 35, 37, 46, 24, 29, 35, 20, 30, 26, 19, 17, 21, 22, 16, 25, 18, 20, 22, 30, 28, 13,
    28, 24, 24, 15, 25, 34, 24, 18, 23, 14, 17, 20,
  ],
  reading: 'not_told_apart',
});

export const waits = counted({
  id: 'waits',
  title: 'Attentes de plus de 45 minutes',
  purpose: 'Savoir si les gens attendent moins',
  unit: 'traitements',
  base: [68, 'traitements'],
  field: 'activity',
  people: 19,
  from: '2025-12-29',
  before: 10,
  values: [
    21, 14, 14, 14, 24, 10, 18, 17, 16, 20, 14, 15, 13, 13, 16, 17, 14, 11, 7, 15, 17, 10, 4, 7, 4,
    10, 11, 12, 4, 9, 10, 5,
  ],
  reading: 'beyond_chance',
  hoped: 'as_hoped',
});

export const closing = counted({
  id: 'closing',
  title: 'Minutes après la fermeture',
  purpose: 'Savoir qui paie le retard',
  unit: 'minutes',
  field: 'practices',
  people: 12,
  from: '2025-12-29',
  before: 10,
  values: [
    33, 30, 33, 40, 30, 38, 39, 33, 31, 40, 42, 47, 49, 53, 54, 66, 61, 55, 53, 59, 72, 53, 43, 50,
    42, 48, 58, 51, 42, 58, 42, 57,
  ],
  reading: 'beyond_chance',
  hoped: 'contrary',
});

export const changes_of_shift = counted({
  id: 'changes_of_shift',
  title: 'Changements à moins de 48 heures',
  purpose: 'Savoir si le planning se tient',
  unit: 'changements',
  field: 'practices',
  people: 0,
  from: '2026-02-02',
  before: 8,
  values: [7, 6, 5, 8, 5, 9, 6, 7, 3, 4, 3, 2, 3, 5, 9, 9, 10, 7, 9, 6, 7, 5, 10, 8, 6, 6],
  reading: 'too_few',
});

export const not_yet_counted: IndicatorView = {
  ...changes_of_shift,
  indicator: {
    ...changes_of_shift.indicator,
    id: 'rounds',
    title: 'Tours faits comme prévu',
    field: 'activity',
  },
  follow_up: {
    chart_type: 'pp',
    points: [],
    parts: [],
    missing: [],
    under_way: null,
    withheld: 0,
    change: null,
  },
};
