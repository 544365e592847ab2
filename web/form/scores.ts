// SPDX-License-Identifier: EUPL-1.2
// web/form/scores.ts
//
// Numbers computed of one person's answers, as engine/instruments/form.cpp does: for a person who wants to see their
// own, on their own screen.

import { type Answers, ownMember } from './condition.ts';
import type { Form, Item } from './form.ts';

/** By the order of the instrument's scores; null when fewer than answered_min items have a value. */
export function scores(form: Form, answers: Answers): readonly (number | null)[] {
  return form.instrument.scores.map((score) => {
    const values = score.items
      .map((code) => form.byCode.get(code))
      .map((item) => (item ? valueOf(item, answers) : undefined))
      .filter((value) => value !== undefined);
    if (values.length < score.answered_min) return null;
    const sum = values.reduce((total, value) => total + value, 0);
    return score.method === 'mean' ? sum / values.length : sum;
  });
}

/** The option's value, turned over for a reversed item; nothing for "not concerned". Numbers as they are. */
export function valueOf(item: Item, answers: Answers): number | undefined {
  const answer = ownMember(answers, item.code);
  if (typeof answer === 'number') return answer;
  if (item.type !== 'single') return undefined;
  const value = item.options.find((option) => option.code === answer)?.value ?? undefined;
  if (value === undefined || !item.isReversed) return value;
  // Turned over within the scale: its least and its most change places.
  const values = item.options.map((option) => option.value).filter((each) => each != null);
  return Math.min(...values) + Math.max(...values) - value;
}
