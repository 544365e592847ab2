// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/types.ts
//
// What /api/campaigns answers, written by hand until api/openapi.yaml has it. Days are "YYYY-MM-DD"; bytes are base64url
// without padding, unless a name says hex.

import type { PackText } from '#app/pack_text.ts';
import type { Day } from '#words';

export type Mode = 'sealed' | 'light';
export type Stage =
  | 'draft'
  | 'asked'
  | 'ceremony'
  | 'ready'
  | 'pickup'
  | 'open'
  | 'closed'
  | 'counted'
  | 'signed'
  | 'published'
  | 'ended';

/** The two that hold a half of the key. */
export type Holder = 'direction' | 'staff_representatives';
export const holders: readonly Holder[] = ['direction', 'staff_representatives'];

export interface CampaignLine {
  id: string;
  establishment_id: string;
  establishment_name: string;
  title: string;
  mode: Mode;
  stage: Stage;
  opens_on: Day | null;
  closes_on: Day | null;
  instrument_title: PackText | null;
}

export interface CutPlace {
  code: string;
  name: string;
  parent: string | null;
  headcount: number;
  /** Places of the directory that this one stands for. */
  members: readonly string[];
}

export interface CutCategory {
  code: string;
  name: PackText;
}

/** How many could answer, by smallest place and occupation; without occupations, one line per place. */
export interface CutPeople {
  place: string;
  category: string | null;
  headcount: number;
}

export interface Cut {
  /** The first is the establishment; parents come before their children. */
  places: readonly CutPlace[];
  categories: readonly CutCategory[];
  people: readonly CutPeople[];
}

export interface HalfState {
  college: Holder;
  college_name: string;
  committed: boolean;
  revealed: boolean;
  manifest_signed: boolean;
  rehearsed_device: boolean;
  rehearsed_sheets: boolean;
  profile_opened: boolean;
  mask_signed: boolean;
  answers_opened: boolean;
  refused_on: Day | null;
  /** null: it did not refuse, its half is lost. */
  refusal: string | null;
  commitment: string | null;
  public_half: string | null;
  signing_key: string | null;
  proof: string | null;
}

export interface Trouble {
  pointer: string;
  code: string;
}

export type EndedReason = 'too_few' | 'refused' | 'half_lost' | 'withdrawn' | 'too_late' | 'unsafe';

export interface CampaignView {
  id: string;
  establishment_id: string;
  establishment_name: string;
  title: string;
  purpose: string;
  mode: Mode;
  instrument_id: string | null;
  instrument_number: number | null;
  instrument_title: PackText | null;
  minutes: number;
  items: number;
  asks_for_words: boolean;
  pickup_on: Day | null;
  opens_on: Day | null;
  closes_on: Day | null;
  destroy_by: Day | null;
  k: number;
  stage: Stage;
  cut: Cut;
  halves: readonly HalfState[];
  manifest_sha256: string | null;
  codes_drawn: number;
  /** null while it is not known here: none, or held by another body's urn. */
  released: number | null;
  /** Of another body's urn, once the manifest is fixed. */
  urn: string | null;
  /** That urn is closed, and was not handed over yet. */
  ballots_awaited_since: Day | null;
  eligible: number;
  gate_id: string | null;
  ended_on: Day | null;
  ended_reason: EndedReason | null;
  troubles: readonly Trouble[];
  version: number;
}

/** What a composer writes. */
export interface CampaignEdit {
  title: string;
  purpose: string;
  mode: Mode;
  instrument_id: string | null;
  instrument_number: number | null;
  pickup_on: Day | null;
  opens_on: Day | null;
  closes_on: Day | null;
  destroy_by: Day | null;
  k: number;
  cut: Cut;
}

export interface ForecastCell {
  category: string | null;
  open: boolean;
  too_small: boolean;
}

export interface ForecastPlace {
  code: string;
  name: string;
  parent: string | null;
  headcount: number;
  respondents: number;
  minutes_year: number;
  cells: readonly ForecastCell[];
}

export interface Forecast {
  share: number;
  minutes_asked: number;
  eligible: number;
  places: readonly ForecastPlace[];
  open_cells: number;
  closed_cells: number;
}

export interface DrawnCodes {
  codes: readonly string[];
  manifest_sha256: string;
}

/** Something sealed to the joint key, that opens nothing but itself. */
export interface Trial {
  bound: string;
  point: string;
  proof: string;
  box: string;
}

export interface SealedPart {
  point: string;
  /** Hex SHA-256 of the box, which stays on the server. */
  digest: string;
  proof: string;
}

export interface SealedBallot {
  key: string;
  prefix: string;
  token: string;
  profile: SealedPart;
  answers: SealedPart;
  signature: string;
}

export interface BallotSet {
  root: string;
  ballots: readonly SealedBallot[];
}

export type Envelope = 'profile' | 'answers';

export interface MaskCell {
  category: string | null;
  open: boolean;
  people: number | null;
}

export interface MaskPlace {
  code: string;
  cells: readonly MaskCell[];
}

export interface Mask {
  sha256: string;
  text: string;
  people: number;
  headcount: number;
  places: readonly MaskPlace[];
  /** Figures of the attackers, by name. */
  report: Readonly<Record<string, unknown>>;
}

/** What people without an account are served: the manifest, byte for byte. */
export interface Counter {
  manifest: string;
  signatures: readonly { college: string; signature: string }[];
  instrument: string;
  stage: Stage;
  enough: string | null;
}

export interface Manifest {
  format: string;
  campaign: string;
  title: string;
  establishment: string;
  mode: Mode;
  k: number;
  eligible: number;
  instrument: { id: string; number: number; sha256: string };
  pickup_on: Day;
  opens_on: Day;
  closes_on: Day;
  destroy_by: Day;
  places: readonly { code: string; name: string; parent: string | null }[];
  categories: readonly CutCategory[];
  offered: Readonly<Record<string, readonly string[]>>;
  token_key: string;
  colleges: readonly {
    college: string;
    name: string;
    public_half: string;
    signing_key: string;
  }[];
  joint_key: string;
  urn?: string;
}
