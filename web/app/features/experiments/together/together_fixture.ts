// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/together_fixture.ts
//
// For tests: an experiment with the figures, dates and readings a test names, and nothing else of note.

import { counted, indicatorView, partsAt } from '../follow_up/follow_up_fixture.ts';
import type { ExperimentInFields, IndicatorView, Joint, OneExperiment } from './types.ts';

export const nothing_counted: Joint = {
  activity: 'not_counted',
  methods: 'not_counted',
  practices: 'not_counted',
  is_mixed: false,
};

export function experimentInFields(given: Partial<ExperimentInFields> = {}): ExperimentInFields {
  return {
    id: 'experiment',
    title: 'La relève gardée',
    state: 'under_way',
    place_name: 'Soins de longue durée',
    starts_on: '2026-03-02',
    ends_on: '2026-05-29',
    events: [],
    indicators: [],
    joint: nothing_counted,
    ...given,
  };
}

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

type Reading = Partial<NonNullable<IndicatorView['follow_up']['change']>>;

/** Twenty-four weeks from 1 June 2026 on, twelve on each side of a change. */
export function figure(
  indicator: Partial<IndicatorView['indicator']> = {},
  reading: Reading = {},
): IndicatorView {
  const points = counted(24, 20);
  // The change came on a Wednesday: the day of a part is not that of its first point.
  const parts = partsAt(points, 1, '').map((part, at) =>
    at === 1 ? { ...part, on: dayAfter(part.from, 2) } : part,
  );
  const change = {
    since: parts[1]?.on ?? '',
    points_before: 12,
    points_since: 12,
    before: 32,
    now: 19,
    reading: 'beyond_chance' as const,
    hoped: 'as_hoped' as const,
    ...reading,
  };
  return indicatorView({ points, parts, change }, indicator);
}

export function not_yet(indicator: Partial<IndicatorView['indicator']> = {}): IndicatorView {
  return indicatorView({}, indicator);
}

type Canvas = OneExperiment['experiment'];
type Conclusion = NonNullable<OneExperiment['conclusion']>;

export function canvas(means: Partial<Canvas['means']>): Canvas {
  return {
    id: 'experiment',
    establishment_id: 'establishment',
    place_id: 'place',
    version: 1,
    title: 'La relève gardée',
    hypothesis: 'On transmet ce qu’il faut faire.',
    care_stake: 'Ne plus refaire un soin.',
    work_stake: 'Partir à l’heure.',
    perimeter: 'Soins de longue durée.',
    with_whom: 'Infirmières, aides-soignantes.',
    starts_on: '2026-03-02',
    ends_on: '2026-05-29',
    way_back: 'Reprendre debout, du jour au lendemain.',
    means: { time: '', replaced: '', money: '', until_on: null, ...means },
    works_if: 'On n’appelle plus les gens chez eux.',
    harms_if: 'C’est toujours la même personne.',
  };
}

export function conclusion(given: Partial<Conclusion>): Conclusion {
  return {
    id: 'conclusion',
    experiment_id: 'experiment',
    outcome: 'extend',
    concluded_on: '2026-06-02',
    words: 'On garde.',
    disagreement: '',
    learnt: '',
    would_need: '',
    ...given,
  };
}
