// SPDX-License-Identifier: EUPL-1.2
// web/respond/evaluate/kept.ts
//
// What this phone keeps while the tab is open, and nothing after: the secret it came in with, and answers not sent yet.
// sessionStorage and not more: ward computers are shared, the next person must not read this one's.

import type { components } from '../../app/api/schema.ts';

type Schemas = components['schemas'];
export type Phone = Schemas['EvaluationPhone'];
export type Activity = Phone['activities'][number];
export type Draft = Schemas['LookDraft'];
export type Mark = NonNullable<Draft['activities'][number]['effectiveness']>;

export const families = ['effectiveness', 'technical', 'social'] as const;
export type Family = (typeof families)[number];
export const marks = ['worse', 'same', 'better', 'unknown'] as const satisfies readonly Mark[];

export const lines_max = 5;
export const picks_max = 3;
export const line_length_max = 120;
export const sentence_length_max = 280;

export interface Kept {
  secret: string | null;
  lines: string[];
  picks: string[];
  /** By activity; only this phone knows until it sends. */
  marks: Record<string, Partial<Record<Family, Mark>>>;
  sentences: Record<Family, string>;
  /** Which screen of the answers is open. */
  at: number;
  /** Whether this phone believes its answers are with the others. */
  sent: boolean;
}

export const nothing: Kept = {
  secret: null,
  lines: [],
  picks: [],
  marks: {},
  sentences: { effectiveness: '', technical: '', social: '' },
  at: 0,
  sent: false,
};

const nameOf = (code: string) => `etabli.evaluation.${code}`;

export function readKept(code: string): Kept {
  try {
    const text = sessionStorage.getItem(nameOf(code));
    return text === null ? nothing : { ...nothing, ...(JSON.parse(text) as Partial<Kept>) };
  } catch {
    return nothing;
  }
}

/** A full or forbidden storage must not stop somebody from answering. */
export function writeKept(code: string, kept: Kept): void {
  try {
    sessionStorage.setItem(nameOf(code), JSON.stringify(kept));
  } catch {
    // What was answered is still on screen.
  }
}

/** What is sent: the activities the group kept, and no other that was answered before it changed its mind. */
export function draftOf(kept: Kept, activities: readonly Activity[]): Draft {
  return {
    activities: activities
      .filter((activity) => activity.kept)
      .map(({ id }) => ({
        activity_id: id,
        effectiveness: kept.marks[id]?.effectiveness ?? null,
        technical: kept.marks[id]?.technical ?? null,
        social: kept.marks[id]?.social ?? null,
      })),
    effectiveness: kept.sentences.effectiveness.trim(),
    technical: kept.sentences.technical.trim(),
    social: kept.sentences.social.trim(),
  };
}

export function isAnswered(draft: Draft): boolean {
  return (
    families.some((family) => draft[family] !== '') ||
    draft.activities.some((each) => families.some((family) => each[family] !== null))
  );
}
