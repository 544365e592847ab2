// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/by_field.ts
//
// The figures of experiments, field by field, in the order they came; and every one of them as a row of a table. A field
// in which nothing is counted has its row too.

import { number, t } from '#words';
import { aboutBoth, type Measure, measureOf } from '../follow_up/follow_up_numbers.ts';
import { sumsOf } from '../follow_up/follow_up_sentence.ts';
import { fieldName, figureStanding, standingWords } from './joint_words.ts';
import type { ExperimentInFields, Field, IndicatorView } from './types.ts';
import { fields } from './types.ts';

/** A figure with the experiment it belongs to, which has a letter on this page. */
export interface FigureOf<Experiment> {
  experiment: Experiment;
  letter: string;
  item: IndicatorView;
}

/** « A » to « Z », then « AA »: a mark to find it again, not a place in an order. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

export function figuresByField<Experiment extends { indicators: readonly IndicatorView[] }>(
  experiments: readonly Experiment[],
): Record<Field, FigureOf<Experiment>[]> {
  const grouped: Record<Field, FigureOf<Experiment>[]> = {
    activity: [],
    methods: [],
    practices: [],
  };
  experiments.forEach((experiment, at) => {
    for (const item of experiment.indicators)
      grouped[item.indicator.field].push({ experiment, letter: letterOf(at), item });
  });
  return grouped;
}

/** « 12 points avant, 24 depuis », « 7 points » */
export function pointsText({ follow_up }: IndicatorView): string {
  const { change, points } = follow_up;
  if (change == null) return t('together.points.all', { count: points.length });
  return t('together.points.both', { before: change.points_before, since: change.points_since });
}

/** « chaque point réunit le travail de 31 personnes »; zero was never said. */
export function peopleText({ indicator }: IndicatorView): string {
  const { people, entry } = indicator;
  if (people === 0) return t('together.people.unsaid');
  return t(entry === 'pulse' ? 'together.people.asked' : 'together.people.work', {
    count: people,
  });
}

/** « 31 personnes » */
export function peopleShort({ indicator: { people } }: IndicatorView): string {
  return people === 0 ? t('together.people.unsaid') : t('together.people.short', { count: people });
}

export interface TableRow {
  id: string;
  letter: string;
  experiment: string;
  field: string;
  figure: string;
  before: string;
  now: string;
  reading: string;
  points: string;
  people: string;
}

export function tableRowsOf(experiments: readonly ExperimentInFields[]): TableRow[] {
  return experiments.flatMap((experiment, at) =>
    fields.flatMap((field) => {
      const items = experiment.indicators.filter(({ indicator }) => indicator.field === field);
      const own = {
        letter: letterOf(at),
        experiment: experiment.title,
        field: fieldName(field),
      };
      if (items.length === 0) return [emptyRow(own, `${experiment.id} ${field}`)];
      return items.map((item) => ({ ...own, ...figureCells(item) }));
    }),
  );
}

function emptyRow(own: Pick<TableRow, 'letter' | 'experiment' | 'field'>, id: string): TableRow {
  const reading = standingWords('not_counted');
  return { ...own, id, figure: '', before: '', now: '', reading, points: '', people: '' };
}

type Cells = Omit<TableRow, 'letter' | 'experiment' | 'field'>;

function figureCells(item: IndicatorView): Cells {
  const { indicator, follow_up } = item;
  return {
    id: indicator.id,
    figure: indicator.title,
    ...sidesOf(item),
    reading: figureStanding(item).words,
    points: follow_up.points.length === 0 ? '' : pointsText(item),
    people: indicator.people === 0 ? t('together.people.not_said') : number(indicator.people),
  };
}

/** Centres of both sides, a share with what it is of; nothing where they may not be compared. */
function sidesOf(item: IndicatorView): { before: string; now: string } {
  const { change, parts } = item.follow_up;
  const isCompared = change?.reading === 'not_told_apart' || change?.reading === 'beyond_chance';
  if (change == null || !isCompared) return { before: '', now: '' };
  const measure = measureOf(item.indicator, [change.before, change.now]);
  const [before, now] = aboutBoth(change.before, change.now, measure);
  const part = parts.findIndex(({ on }) => on === change.since);
  return {
    before: sideText(item, measure, { shown: before, part: 0 }),
    now: sideText(item, measure, { shown: now, part }),
  };
}

function sideText(
  { indicator, follow_up }: IndicatorView,
  measure: Measure,
  { shown, part }: { shown: string; part: number },
): string {
  const { counting, unit, base_unit, rhythm } = indicator;
  const sums = sumsOf(follow_up.points, part);
  return t(`together.side.${counting}`, {
    shown,
    unit,
    base_unit,
    rhythm,
    times: number(measure.times),
    numerator: number(sums.numerator),
    base: number(sums.base),
  });
}
