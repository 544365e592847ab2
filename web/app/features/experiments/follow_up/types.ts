// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/types.ts
//
// An indicator and its carte de suivi as the server sends them: domain/experiments/indicators.hpp and follow_up.hpp.

import type { components } from '#app/api/schema.ts';
import type { Day } from '#words';

type Schemas = components['schemas'];
export type IndicatorView = Schemas['IndicatorView'];
export type Indicator = Schemas['Indicator'];
export type Counting = Indicator['counting'];
export type Rhythm = Indicator['rhythm'];
export type FollowUp = Schemas['FollowUp'];
export type FollowUpPoint = Schemas['FollowUpPoint'];
export type FollowUpPart = Schemas['FollowUpPart'];
export type FollowUpChange = Schemas['FollowUpChange'];
export type FollowUpInterrupted = Schemas['FollowUpInterrupted'];
export type Standing = FollowUpPart['standing'];

/** An event of the journal, as it is numbered there. */
export interface JournalMark {
  number: number;
  on: Day;
}
