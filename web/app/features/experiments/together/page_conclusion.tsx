// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/page_conclusion.tsx
//
// The shared conclusion as the group said it, its disagreement kept; or the day it is due. Four outcomes, one shape. What it would
// need stands where it is read first, in what falls to the reader (yours.ts).

import { type Fact, Facts, Section } from '#ui';
import { fullDay, t } from '#words';
import { outcomeWord, waitsForColleges } from '../state.tsx';
import type { OneExperiment } from './types.ts';

export function PageConclusion({ view }: { view: OneExperiment }) {
  const { conclusion, experiment, state } = view;
  const day = fullDay(experiment.ends_on);
  if (!conclusion)
    return (
      <Section title={t('experiments.conclusion.title')}>
        <p>
          {waitsForColleges(state)
            ? t('experiments.conclusion.not_agreed')
            : t(state === 'to_conclude' ? 'together.page.awaited' : 'together.page.due', { day })}
        </p>
      </Section>
    );
  const facts: Fact[] = [
    { label: t('experiments.conclusion.disagreement'), value: conclusion.disagreement },
    { label: t('experiments.conclusion.learnt'), value: conclusion.learnt },
  ];
  return (
    <Section
      title={t(
        state === 'given_up' ? 'experiments.conclusion.given_up' : 'experiments.conclusion.held',
        { day: fullDay(conclusion.concluded_on) },
      )}
      className="page-conclusion"
    >
      {state !== 'given_up' && <p className="joint-says">{outcomeWord(conclusion.outcome)}</p>}
      <p className="page-words">{conclusion.words}</p>
      <Facts columns={2} items={facts.filter(({ value }) => value !== '')} />
    </Section>
  );
}
