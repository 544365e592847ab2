// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/form_words.ts
//
// Between what the form holds and what the server takes: empty fields, numbers, the charter's words to begin with.

import { t } from '#words';
import { daysAfter, type SpaceWords } from './space_form.tsx';
import type { Space, SpaceDraft } from './use_spaces.ts';

const destroy_after_days = 60;

export function wordsToBegin(
  subject: string,
  day: string,
  facilitator_id: string,
  place_id: string,
): SpaceWords {
  return {
    place_id,
    title: subject,
    held_on: day,
    minutes: '45',
    occasion: 'look_back',
    openness: 'participate',
    still_open: '',
    decided_by: '',
    facilitator_id,
    facilitated_by: '',
    hierarchy: 'absent',
    hierarchy_words: '',
    staysOpen: false,
    open_until: '',
    who_reads: t('spaces.charter.who_reads_words'),
    until_when: t('spaces.charter.until_when_words'),
    cannot_promise: t('spaces.charter.cannot_promise_words'),
    destroy_on: daysAfter(day, destroy_after_days),
    wider_space_id: '',
    situations_kept: false,
    answer_delay_days: '45',
  };
}

export function wordsOf(space: Space): SpaceWords {
  return {
    ...space,
    minutes: String(space.minutes),
    staysOpen: space.open_until != null,
    open_until: space.open_until ?? '',
    wider_space_id: space.wider_space_id ?? '',
    answer_delay_days: String(space.answer_delay_days),
  };
}

export function draftOf(words: SpaceWords, before?: Space): SpaceDraft {
  const orNull = (text: string) => (text === '' ? null : text);
  const numberOr = (text: string, usual: number) =>
    Number.isInteger(Number(text)) && text !== '' ? Number(text) : usual;
  return {
    place_id: words.place_id,
    title: words.title.trim(),
    held_on: words.held_on,
    programme_id: before?.programme_id ?? null,
    occasion: words.occasion,
    openness: words.openness,
    still_open: words.still_open,
    decided_by: words.decided_by,
    facilitator_id: orNull(words.facilitator_id),
    facilitated_by: words.facilitated_by,
    hierarchy: words.hierarchy,
    hierarchy_words: words.hierarchy_words,
    minutes: numberOr(words.minutes, 45),
    open_until: words.staysOpen ? orNull(words.open_until) : null,
    who_reads: words.who_reads,
    until_when: words.until_when,
    cannot_promise: words.cannot_promise,
    destroy_on: orNull(words.destroy_on),
    remainder: words.wider_space_id === '' ? 'destroyed' : 'joins_wider_space',
    wider_space_id: orNull(words.wider_space_id),
    situations_kept: words.situations_kept,
    answer_delay_days: numberOr(words.answer_delay_days, 45),
    version: before?.version ?? null,
  };
}
