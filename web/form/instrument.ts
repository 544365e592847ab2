// SPDX-License-Identifier: EUPL-1.2
// web/form/instrument.ts
//
// A questionnaire as data, as engine/instruments/instrument.hpp writes it. The server serves only instruments that
// hold together (check.hpp): nothing here looks at that again. A member that says nothing is absent, or null.

export type Language = 'fr' | 'en';

/** Empty where the instrument does not speak that language. */
export type Wording = Readonly<Record<Language, string>>;

/** One answer that can be ticked; without a value it stands apart ("not concerned"). */
export interface Option {
  code: string;
  label: Wording;
  value?: number | null;
  favourable?: boolean | null;
  exclusive?: boolean | null;
}

export interface Scale {
  code: string;
  options: readonly Option[];
}

export type QuestionType = 'single' | 'multiple' | 'grid' | 'number' | 'date' | 'text';

/** One line of a grid, answered on the grid's scale. */
export interface Row {
  code: string;
  text: Wording;
  reversed?: boolean | null;
  dimension?: string | null;
  axis?: string | null;
}

export interface Question {
  code: string;
  type: QuestionType;
  text: Wording;
  help?: Wording | null;
  required?: boolean | null;
  scale?: string | null;
  options?: readonly Option[] | null;
  rows?: readonly Row[] | null;
  min?: number | null;
  max?: number | null;
  decimals?: number | null;
  unit?: Wording | null;
  length_max?: number | null;
  choices_max?: number | null;
  show_if?: unknown;
  reversed?: boolean | null;
  dimension?: string | null;
  axis?: string | null;
  sensitivity?: 'none' | 'sensitive' | 'health' | null;
}

export interface Section {
  code: string;
  title: Wording;
  intro?: Wording | null;
  show_if?: unknown;
  questions: readonly Question[];
}

export interface Score {
  code: string;
  title: Wording;
  method: 'mean' | 'sum';
  items: readonly string[];
  answered_min: number;
}

export interface Instrument {
  id: string;
  version: number;
  title: Wording;
  intro?: Wording | null;
  closing?: Wording | null;
  languages: readonly Language[];
  rights: {
    licence: string;
    source: string;
    permission_needed: boolean;
    permission_proof?: string | null;
    may_edit: boolean;
    may_export_items: boolean;
  };
  validation: 'not_validated' | 'validated';
  health_data: boolean;
  min_group: number;
  minutes: number;
  scales: readonly Scale[];
  sections: readonly Section[];
  scores: readonly Score[];
}

/** The options of a question that is ticked: its own, or its scale's. */
export function optionsOf(instrument: Instrument, question: Question): readonly Option[] {
  if (question.options) return question.options;
  return instrument.scales.find((scale) => scale.code === question.scale)?.options ?? [];
}
