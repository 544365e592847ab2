// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/types.ts
//
// What /api/campaigns/{id}/results answers, written by hand until api/openapi.yaml has it. Shares go from 0 to 1.

import type { PackText } from '#app/pack_text.ts';
import type { Day } from '#words';

export interface ResultCell {
  category: string | null;
  open: boolean;
  people: number | null;
  headcount: number | null;
}

export interface ResultPlace {
  code: string;
  name: string;
  parent: string | null;
  cells: readonly ResultCell[];
}

export interface ItemOption {
  label: PackText;
  /** null: it stands apart, or on neither side. */
  favourable: boolean | null;
}

export interface ResultItem {
  code: string;
  text: PackText;
  /** The stem of a grid, asked of all its lines. */
  question: PackText | null;
  options: readonly ItemOption[];
  /** From 1: this option and those above it are favourable. */
  first_favourable: number | null;
  dimension: string | null;
  axis: string | null;
  sensitive: boolean;
}

export interface Results {
  title: string;
  establishment_id: string;
  establishment_name: string;
  closed_on: Day;
  mode: 'sealed' | 'light';
  k: number;
  identity: string;
  people: number;
  headcount: number;
  places: readonly ResultPlace[];
  categories: readonly { code: string; name: PackText }[];
  items: readonly ResultItem[];
  others: readonly { id: string; title: string; closed_on: Day }[];
}

export interface Shown {
  no_answer: number;
  by_option: readonly number[];
  mean: number | null;
  mean_low: number | null;
  mean_high: number | null;
  share: number | null;
  share_low: number | null;
  share_high: number | null;
}

export interface ItemResult {
  item: string;
  shown: Shown | null;
}

export interface PlaceResults {
  place: string;
  category: string | null;
  open: boolean;
  people: number | null;
  headcount: number | null;
  items: readonly ItemResult[];
  rest: { people: number; items: readonly ItemResult[] } | null;
}

export interface ItemResults {
  item: string;
  cells: readonly { place: string; category: string | null; shown: Shown | null }[];
}
