// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/types.ts
//
// What /api/campaigns/{id}/results answers, by the names this feature uses; texts are in two languages. Shares go from 0 to 1.

import type { components } from '#app/api/schema.ts';
import type { PackText } from '#app/pack_text.ts';

type Schemas = components['schemas'];

export type ResultCell = Schemas['ResultCell'];
export type ResultPlace = Schemas['ResultPlace'];
/** Favourable is null where an option stands apart, or on neither side. */
export type ItemOption = Omit<Schemas['ResultOption'], 'label'> & { label: PackText };
/** The question is the stem of a grid, asked of all its lines. */
export type ResultItem = Omit<Schemas['ResultItem'], 'text' | 'question' | 'options'> & {
  text: PackText;
  question?: PackText | null;
  options: readonly ItemOption[];
};
export type Results = Omit<Schemas['ResultsView'], 'items' | 'sections'> & {
  items: readonly ResultItem[];
};
export type Shown = Schemas['ShownResult'];
export type ItemResult = Schemas['ItemShown'];
export type PlaceResults = Schemas['PlaceResults'];
export type ItemResults = Schemas['ItemResults'];
