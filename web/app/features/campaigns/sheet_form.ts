// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/sheet_form.ts
//
// What is printed for those who answer on paper: the questionnaire that was signed, checked here before it is printed, and
// numbered as the desk where sheets are typed numbers it (web/respond/paper/fields.ts).

import { read } from '#app/api/client.ts';
import type { CheckedManifest, OfferedPlace } from '#ballots';
import { type Condition, createForm, type Form, type Instrument } from '#form/index.ts';
import type { Counter } from './types.ts';

export interface SheetForm {
  checked: CheckedManifest;
  form: Form;
  places: readonly OfferedPlace[];
}

export async function loadSheetForm(campaign: string): Promise<SheetForm> {
  const [{ data }, { checkInstrument, checkManifest, offeredPlaces }] = await Promise.all([
    read<Counter>(`/api/guichet/${campaign}`),
    import('./arithmetic.ts'),
  ]);
  const checked = await checkManifest(data.manifest, data.signatures, { campaign });
  checkInstrument(checked.manifest, data.instrument);
  const form = createForm(JSON.parse(data.instrument) as Instrument);
  return { checked, form, places: offeredPlaces(checked.manifest) };
}

/** From 1, rows of grids counted each. */
export function numberOf(form: Form, code: string): number {
  return form.items.findIndex((item) => item.code === code) + 1;
}

export interface OnlyIf {
  /** The question that decides. */
  number: number;
  /** Its options, any of which will do. */
  codes: readonly string[];
}

/** A condition that a sheet can say in a sentence: one question, some of its options. Undefined for any other. */
export function onlyIf(form: Form, conditions: readonly Condition[]): OnlyIf | undefined {
  const [condition] = conditions;
  if (conditions.length !== 1 || condition?.kind !== 'in') return undefined;
  const number = numberOf(form, condition.item);
  return number === 0 ? undefined : { number, codes: condition.codes };
}
