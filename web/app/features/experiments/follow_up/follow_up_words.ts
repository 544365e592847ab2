// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_words.ts
//
// What periods and parts of a carte de suivi are called.

import { type Day, monthOf, plainDay, shortDay, t } from '#words';
import type { FollowUpPart, Rhythm } from './types.ts';

/** « 24 août »; « août 2026 » where a point is a month. */
export function periodText(rhythm: Rhythm, from: Day): string {
  return rhythm === 'month' ? monthOf(from.slice(0, 7)) : shortDay(from);
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** What began a part, in the words of the team or in ours. */
export function changeWords(part: FollowUpPart): string {
  return part.words || t(`follow_up.reason.${part.reason}`);
}

/** « avant », « depuis le 24 août », « depuis l’ajustement du 5 octobre »: a part among the others. */
export function partText({ reason, on }: FollowUpPart): string {
  if (reason === 'before') return t('follow_up.part.before');
  return t(`follow_up.part.${reason}`, { day: plainDay(on) });
}
