// SPDX-License-Identifier: EUPL-1.2
// web/respond/paper/fields.ts
//
// A sheet of paper as fields that are typed: what each asks, what its numbers mean, what a typed text is. Pure. The numbers
// are those printed on the sheet (app/features/campaigns/sheet_paper.tsx).

import { offeredPlaces, type Profile } from '../../ballots/answering.ts';
import {
  type Answers,
  type Form,
  type Given,
  type Item,
  kept,
  trouble,
  visible,
} from '../../form/index.ts';
import { signsOf } from '../../form/signs.ts';
import { numberGiven } from '../../form/view/written.ts';
import type { Campaign } from '../campaign/deposit.ts';

export type FieldKind = 'one' | 'several' | 'number' | 'day' | 'text';

export interface Field {
  /** Of the item; a place and an occupation have their own. */
  code: string;
  kind: FieldKind;
  /** As it is printed before the question; nothing for place and occupation. */
  number?: number;
  asked: string;
  /** The stem of a grid. */
  under?: string;
  /** Numbered from 1, as on the sheet. */
  options: readonly { code: string; label: string }[];
  item?: Item;
}

/** By code of field: what the hand typed. */
export type Typed = Readonly<Record<string, string>>;

export const place_field = '/place';
export const category_field = '/category';

type Say = (wording: Readonly<Record<'fr' | 'en', string>>) => string;

interface Words {
  say: Say;
  place: string;
  category: string;
}

/** What is to be typed now: what a condition hides is not asked, exactly as on a screen. */
export function fieldsOf(campaign: Campaign, typed: Typed, words: Words): readonly Field[] {
  const { form, manifest } = campaign;
  const places = offeredPlaces(manifest);
  const [only] = places;
  const asksPlace = places.length > 1 || (only?.categories.length ?? 0) > 0;
  const fields: Field[] = [];
  if (asksPlace)
    fields.push({
      code: place_field,
      kind: 'one',
      asked: words.place,
      options: places.map(({ code, name, within }) => ({
        code,
        label: [name, within.at(-1)].filter(Boolean).join(', '),
      })),
    });
  const place = placeOf(campaign, typed);
  if (place !== undefined && place.categories.length > 0)
    fields.push({
      code: category_field,
      kind: 'one',
      asked: words.category,
      // All of them, so that a number means the same at every place.
      options: manifest.categories.map(({ code, name }) => ({ code, label: words.say(name) })),
    });
  const given = givenOf(form, typed);
  const shown = visible(form, given).flatMap(({ questions }) =>
    questions.flatMap(({ items }) => items),
  );
  return [...fields, ...shown.map((item) => fieldOf(form, item, words.say))];
}

function fieldOf(form: Form, item: Item, say: Say): Field {
  const { row, question, options } = item;
  return {
    code: item.code,
    kind: kindOf(item),
    number: form.items.indexOf(item) + 1,
    asked: say(row?.text ?? question.text),
    ...(row && { under: say(question.text) }),
    options: options.map(({ code, label }) => ({ code, label: say(label) })),
    item,
  };
}

function kindOf({ type }: Item): FieldKind {
  switch (type) {
    case 'single':
    case 'grid':
      return 'one';
    case 'multiple':
      return 'several';
    case 'date':
      return 'day';
    default:
      return type;
  }
}

/** Where each sign is one digit, a digit is a choice by itself; otherwise numbers stand apart. */
export function isOneDigit(signs: readonly string[]): boolean {
  return signs.every((sign) => sign.length === 1);
}

/** The ranks from 0 of what was typed; undefined when there is something else, or a sign that stands for nothing. */
export function ranksTyped(typed: string, signs: readonly string[]): readonly number[] | undefined {
  const text = typed.trim();
  if (/[^\d\s,;.-]/.test(text)) return undefined;
  const parts = isOneDigit(signs) ? text.replace(/\D/g, '').split('') : text.split(/\D+/);
  const ranks = parts.filter((part) => part !== '').map((part) => signs.indexOf(part));
  return ranks.includes(-1) ? undefined : ranks;
}

/** What is printed beside each option, and typed for it. */
export function signsIn({ options }: Pick<Field, 'options'>): readonly string[] {
  return signsOf(options.map(({ label }) => label));
}

const ranked = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}`);

/** What was typed as the form takes it: a code, several, a number, a day, words; wrong things stay as they were typed. */
export function valueTyped(
  { kind, options }: Pick<Field, 'kind' | 'options'>,
  typed: string,
): unknown {
  const text = typed.trim();
  if (text === '') return undefined;
  const codeAt = (rank: number) => options[rank]?.code ?? '';
  const signs = signsIn({ options });
  switch (kind) {
    case 'one': {
      const ranks = ranksTyped(text, signs);
      return ranks?.length === 1 ? codeAt(ranks[0] ?? -1) : text;
    }
    case 'several':
      return ranksTyped(text, signs)?.map(codeAt) ?? [text];
    case 'number':
      return numberGiven(text);
    case 'day':
      return dayTyped(text);
    case 'text':
      return text.replace(/[ \t\u00a0]+/g, ' ');
  }
}

/** « 7/3/2026 » or « 07032026 » as "2026-03-07". */
function dayTyped(text: string): string {
  const found =
    /^(\d{1,2})\D(\d{1,2})\D(\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (found === null) return text;
  const [, day = '', month = '', year = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Of a text that stands for nothing that can be ticked or written there. */
export function isWrong(campaign: Campaign, field: Field, typed: string): boolean {
  const value = valueTyped(field, typed);
  if (value === undefined) return false;
  if (field.item === undefined) return !field.options.some(({ code }) => code === value);
  return trouble(campaign.form, field.code, { [field.code]: value }) !== undefined;
}

export function givenOf(form: Form, typed: Typed): Given {
  const given: Record<string, unknown> = {};
  for (const item of form.items) {
    const { options } = item;
    const value = valueTyped(
      {
        kind: kindOf(item),
        options: options.map(({ code, label }) => ({ code, label: label.fr || label.en })),
      },
      typed[item.code] ?? '',
    );
    if (value !== undefined) given[item.code] = value;
  }
  return given;
}

function placeOf({ manifest }: Campaign, typed: Typed) {
  const places = offeredPlaces(manifest);
  if (places.length === 1) return places[0];
  const rank = ranksTyped(typed[place_field] ?? '', ranked(places.length))?.[0];
  return rank === undefined ? undefined : places[rank];
}

export interface SheetRead {
  /** Without a place nothing can be counted. */
  profile: Profile | undefined;
  answers: Answers;
}

/** What is sealed of a sheet: as on a screen, only what is shown and is an answer. */
export function sheetRead(campaign: Campaign, typed: Typed): SheetRead {
  const place = placeOf(campaign, typed);
  const { categories } = campaign.manifest;
  const rank = ranksTyped(typed[category_field] ?? '', ranked(categories.length))?.[0];
  const wanted = rank === undefined ? undefined : categories[rank]?.code;
  // An occupation that is not asked for at that place counts as none.
  const category = place?.categories.find(({ code }) => code === wanted)?.code;
  return {
    profile: place && { place: place.code, ...(category !== undefined && { category }) },
    answers: kept(campaign.form, givenOf(campaign.form, typed)),
  };
}

/** The fields that the two entries do not say alike, in the order of the sheet. */
export function differences(
  campaign: Campaign,
  [first, second]: readonly [Typed, Typed],
  words: Words,
): readonly Field[] {
  const all = [fieldsOf(campaign, first, words), fieldsOf(campaign, second, words)].flat();
  const byCode = new Map(all.map((field) => [field.code, field]));
  return [...byCode.values()]
    .filter((field) => {
      const [one, other] = [first, second].map((typed) =>
        JSON.stringify(valueTyped(field, typed[field.code] ?? '') ?? null),
      );
      return one !== other;
    })
    .sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
}
