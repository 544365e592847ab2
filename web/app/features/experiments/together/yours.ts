// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/yours.ts
//
// What an experiment leaves to whoever decides and gives: means that end on a date, an answer to what the group says it would
// need, time for the shared conclusion. Never how well somebody did.

import { type Day, fullDay, t } from '#words';
import { waitsForColleges } from '../state.tsx';
import type { OneExperiment } from './types.ts';

type Read = Pick<OneExperiment, 'experiment' | 'reservations' | 'conclusion' | 'state'>;

/** A sentence each; at least one. */
export function whatIsYours(view: Read, today: Day): string[] {
  const { conclusion, reservations } = view;
  const goesOn = !conclusion || conclusion.outcome === 'extend' || conclusion.outcome === 'adapt';
  const sentences = [
    ...(conclusion
      ? view.state === 'given_up'
        ? [t('together.yours.given_up')]
        : conclusionSentences(conclusion)
      : [reviewSentence(view, today)]),
    ...(goesOn ? meansSentences(view, today) : []),
  ];
  if (reservations.length > 0 && goesOn)
    sentences.push(t('together.yours.reservations', { count: reservations.length }));
  return sentences;
}

function conclusionSentences({
  outcome,
  would_need,
}: NonNullable<OneExperiment['conclusion']>): string[] {
  const concluded = t(`together.yours.${outcome}`);
  return would_need
    ? [concluded, t('together.yours.would_need', { words: would_need })]
    : [concluded];
}

function reviewSentence({ experiment: { ends_on }, state }: Read, today: Day): string {
  if (waitsForColleges(state))
    return t(state === 'asked' ? 'together.yours.agreement' : 'together.yours.not_agreed');
  const day = fullDay(ends_on);
  return t(ends_on <= today ? 'together.yours.review_awaited' : 'together.yours.review', { day });
}

function meansSentences({ experiment, conclusion }: Read, today: Day): string[] {
  const { time, money, replaced, until_on } = experiment.means;
  if (!time && !money) return [t('together.yours.no_means')];
  const sentences = time && !replaced ? [t('together.yours.not_replaced')] : [];
  if (!until_on) return [...sentences, t('together.yours.no_end')];
  const day = fullDay(until_on);
  if (until_on < today) return [...sentences, t('together.yours.means_ended', { day })];
  if (!conclusion && until_on < experiment.ends_on) {
    const end = fullDay(experiment.ends_on);
    return [...sentences, t('together.yours.means_before_end', { day, end })];
  }
  return [...sentences, t('together.yours.means_end', { day })];
}
