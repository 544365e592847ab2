// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/types.ts
//
// What /api/campaigns answers, by the names this feature uses. What the contract leaves open (a text in two languages, the
// report of the attackers, what a manifest holds) is said here. Days are "YYYY-MM-DD"; bytes are base64url without padding,
// unless a name says hex.

import type { components } from '#app/api/schema.ts';
import type { PackText } from '#app/pack_text.ts';

type Schemas = components['schemas'];

/** What was never said is null or not there. */
type Titled<Campaign> = Omit<Campaign, 'instrument_title'> & {
  instrument_title?: PackText | null;
};

export type CampaignView = Titled<Schemas['CampaignView']>;
export type CampaignLine = Titled<Schemas['CampaignLine']>;
/** What a composer writes; the version goes along when it is kept. */
export type CampaignEdit = Omit<Schemas['CampaignDraftEdit'], 'version'>;
export type Mode = CampaignView['mode'];
export type Stage = CampaignView['stage'];
export type EndedReason = NonNullable<CampaignView['ended_reason']>;
export type Trouble = Schemas['CampaignTrouble'];

export type Cut = Schemas['Cut'];
export type CutPlace = Schemas['CutPlace'];
export type CutCategory = Schemas['CutCategory'];
export type CutPeople = Schemas['CutPeople'];

export type Forecast = Schemas['Forecast'];
export type ForecastPlace = Schemas['ForecastPlace'];
export type ForecastCell = Schemas['ForecastCell'];

export type HalfState = Schemas['CampaignHalfView'];
/** The two that hold a half of the key; in light mode the server holds both. */
export type Holder = Exclude<HalfState['college'], 'server'>;
export const holders: readonly Holder[] = ['direction', 'staff_representatives'];

export type DrawnCodes = Schemas['CodesDrawn'];
/** Something sealed to the joint key, that opens nothing but itself. */
export type Trial = Schemas['SealedTrial'];
export type Envelope = Schemas['OpeningSent']['envelope'];
/** What people without an account are served: the manifest, byte for byte. */
export type Counter = Schemas['GuichetView'];

export type MaskPlace = Schemas['MaskPlace'];
/** Figures of the attackers, by name. */
export type Mask = Omit<Schemas['CampaignMaskView'], 'report'> & {
  report: Readonly<Record<string, unknown>>;
};
