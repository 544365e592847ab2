// SPDX-License-Identifier: EUPL-1.2
// web/app/features/public/references.ts
//
// The references of the packs as the public page reads them (packs/schemas/reference-*.schema.json), and what the
// server adds to them: GET /api/public.

import { useRead } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';
import type { PackText } from '#app/pack_text.ts';

interface Reference {
  title: PackText;
  note: PackText;
}

interface Named {
  code: string;
  title: PackText;
}

export interface WaveFact {
  code: string;
  fact: PackText;
  values: readonly {
    value: number | string | null;
    text: string | null;
    seed: string | null;
    outside_source: { title: string; address: string } | null;
  }[];
  note: PackText;
}

export interface Waves extends Reference {
  items: readonly (Named & {
    period: PackText;
    delegation: PackText;
    facts: readonly string[];
  })[];
  facts: readonly WaveFact[];
}

export interface Timeline extends Reference {
  items: readonly {
    code: string;
    date: string;
    until: string | null;
    precision: 'year' | 'year_end' | 'month' | 'day' | 'period';
    title: PackText;
    seeds: readonly string[];
    note: PackText | null;
  }[];
}

export interface Ranks extends Reference {
  columns: readonly Named[];
  families: readonly Named[];
  countries: readonly {
    code: string;
    name: PackText;
    family: string;
    ranks: Record<string, number>;
  }[];
  original_source: string;
}

export interface Figure {
  key: string;
  question: string;
  statement: PackText | null;
  base: { n: number | null; text: PackText; filter: PackText | null };
  perimeter: { label: PackText; basis: string } | null;
  value: number | null;
  candidates: readonly { value: number; unit: string; text: PackText }[];
  coded_answers: readonly Named[];
  reading: 'sure' | 'probable' | 'ambiguous';
  note: PackText;
  source: string;
}

export interface Figures extends Reference {
  questions: readonly { code: string; question: PackText }[];
  items: readonly Figure[];
}

export interface Establishments extends Reference {
  items: readonly {
    code: string;
    name: string;
    wave: string;
    departement: { code: string; name: string };
  }[];
}

export interface Dimensions extends Reference {
  dimensions: readonly (Named & { help: PackText })[];
}

export interface OpenQuestions extends Reference {
  groups: readonly Named[];
  items: readonly { code: string; group: string; text: PackText }[];
}

export interface Quotes extends Reference {
  items: readonly { code: string; translation: PackText }[];
}

export interface Organisations extends Reference {
  roles: readonly Named[];
  items: readonly {
    code: string;
    name: string;
    title: PackText | null;
    roles: readonly string[];
  }[];
}

export interface Themes extends Reference {
  items: readonly (Named & { waves: readonly string[] })[];
}

export interface References {
  waves: Waves;
  timeline: Timeline;
  ewcs: Ranks;
  figures: Figures;
  establishments: Establishments;
  dimensions: Dimensions;
  'open-questions': OpenQuestions;
  quotes: Quotes;
  organisations: Organisations;
  themes: Themes;
}

export function useReference<Id extends keyof References>(id: Id) {
  return useRead<{ id: string; content: References[Id] }>(`/api/references/${id}`);
}

export type PublicPage = components['schemas']['PublicPage'];
export type FigureFinding = components['schemas']['FigureFinding'];

export function usePublicPage() {
  return useRead<PublicPage>('/api/public');
}
