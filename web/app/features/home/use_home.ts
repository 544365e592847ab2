// SPDX-License-Identifier: EUPL-1.2
// web/app/features/home/use_home.ts
//
// GET /api/home: what is awaited from this person and their colleges, what moved lately, and the
// means on the table. Sorted by date by the server; this page only cuts it in three.

import { useLive } from '#app/api/live.ts';
import { useRead } from '#app/api/queries.ts';
import type { Room } from '#ui';
import type { Day } from '#words';

export type DueKind = 'answer' | 'gate' | 'session' | 'review' | 'rule' | 'destruction' | 'other';

export interface HomeItem {
  id: string;
  kind: DueKind;
  day: Day;
  /** "14:30" */
  time?: string | null;
  title: string;
  /** Where to act: "/ecouter/propositions/01h…" */
  path: string;
  room?: Room | null;
  /** Who is waited for: « la direction des soins ». */
  waiting_for?: string | null;
  /** Where it comes from: « Proposition de l’équipe des Charmes ». */
  origin?: string | null;
  minutes?: number | null;
}

export type MovedKind = 'done' | 'back' | 'refused' | 'answered' | 'decided' | 'opened' | 'other';

export interface MovedItem {
  id: string;
  kind: MovedKind;
  text: string;
  path: string;
}

export interface Home {
  today: Day;
  items: readonly HomeItem[];
  moved: readonly MovedItem[];
  means?: {
    time?: string | null;
    support?: string | null;
    money?: string | null;
    until?: Day | null;
  } | null;
}

export function useHome(isEnabled: boolean) {
  useLive(isEnabled ? ['home'] : []);
  return useRead<Home>('/api/home', { isEnabled });
}
