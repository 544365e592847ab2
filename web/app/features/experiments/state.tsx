// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/state.tsx
//
// Where an experiment stands: a shape and a word. The four outcomes have the same shape: all are results.

import { StateMark } from '#ui';
import { findWord, fullDay, t } from '#words';
import { outcomes } from './use_experiments.ts';

interface Standing {
  state: string;
  starts_on: string;
  ends_on: string;
}

const unagreed = ['asked', 'not_agreed', 'withdrawn'] as const;
type Unagreed = (typeof unagreed)[number];

/** The charter wants the colleges' yes, and they have not all said it: nothing has begun. */
export function waitsForColleges(state: string): state is Unagreed {
  return (unagreed as readonly string[]).includes(state);
}

/** Concluded: together, or left there when colleges did not agree. */
export function isOver(state: string): boolean {
  return state === 'given_up' || (outcomes as readonly string[]).includes(state);
}

export function ExperimentState({ state, starts_on, ends_on }: Standing) {
  if (state === 'given_up')
    return <StateMark state="done">{t('experiments.state.given_up')}</StateMark>;
  if (waitsForColleges(state))
    return (
      <StateMark state={state === 'asked' ? 'awaited' : 'to_come'}>
        {t(`experiments.state.${state}`)}
      </StateMark>
    );
  if (state === 'to_come')
    return (
      <StateMark state="to_come">
        {t('experiments.state.to_come', { day: fullDay(starts_on) })}
      </StateMark>
    );
  if (state === 'under_way')
    return (
      <StateMark state="under_way">
        {t('experiments.state.under_way', { day: fullDay(ends_on) })}
      </StateMark>
    );
  if (state === 'to_conclude')
    return (
      <StateMark state="awaited">
        {t('experiments.state.to_conclude', { day: fullDay(ends_on) })}
      </StateMark>
    );
  return <StateMark state="done">{outcomeWord(state)}</StateMark>;
}

export function outcomeWord(outcome: string): string {
  return findWord(`experiments.outcome.${outcome}`) ?? outcome;
}
