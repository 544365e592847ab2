// SPDX-License-Identifier: EUPL-1.2
// web/e2e/results_example.ts
//
// What the invented campaign of campaign_example.ts shows once it is opened. No count can be found by subtraction from those shown.

import { readFileSync } from 'node:fs';
import type { Mask } from '../app/features/campaigns/types.ts';
import type {
  ItemResults,
  PlaceResults,
  ResultItem,
  Results,
  Shown,
} from '../app/features/results/types.ts';
import type { Instrument } from '../form/instrument.ts';
import { categories, cut, draft, house, id } from './campaign_example.ts';

const shown_places = cut.places.filter(({ code }) => !['p4', 'p7'].includes(code));
/** How many answered, by place; null is withheld. */
const answered: Record<string, readonly (number | null)[]> = {
  p0: [148, 86, null, null],
  p1: [71, 50, null, null],
  p2: [41, 30, null, null],
  p3: [30, 20, null, null],
  p5: [52, 36, null, null],
  p6: [25, null, null, 25],
};
const groups = [null, 'c1', 'c2', 'c3'];
const cellsOf = (code: string) =>
  groups.map((category, at) => ({
    category,
    open: answered[code]?.[at] != null,
    people: answered[code]?.[at] ?? null,
  }));

const mask_text = JSON.stringify({ format: 'etabli-mask-1', campaign: id, answered });
export const maskOf = (sha256Hex: (text: string) => string): Mask => ({
  sha256: sha256Hex(mask_text),
  text: mask_text,
  unreadable: 0,
  people: 148,
  headcount: 240,
  places: shown_places.map(({ code }) => ({ code, cells: cellsOf(code) })),
  report: {
    cells: 22,
    open: 15,
    by_tree: { recovered: 0, derivable_groups_under_k: 0 },
    by_elimination: { recovered: 0 },
    attackers_agree: true,
    unions_across_levels: 0,
    insiders: { groups: 40, asked: 40, learn_more: 0 },
    intervals: { drawn: 60, narrow: 2, pinned: 0 },
  },
});

const instrument = JSON.parse(
  readFileSync(new URL('../../packs/instruments/etabli-noyau-25.json', import.meta.url), 'utf8'),
) as Instrument;

const items: readonly ResultItem[] = instrument.sections
  .flatMap((section) => section.questions)
  .flatMap((question) => {
    const scale = instrument.scales?.find(({ code }) => code === question.scale);
    const options = (scale?.options ?? question.options ?? []).map((option) => ({
      label: option.label,
      favourable: option.value == null ? null : option.favourable === true,
    }));
    const turned = options.map((option) => ({
      ...option,
      favourable: option.favourable === null ? null : !option.favourable,
    }));
    const first_favourable = options.findIndex(({ favourable }) => favourable) + 1 || null;
    return (question.rows ?? []).map((row) => ({
      code: row.code,
      text: row.text,
      question: question.text,
      section: '',
      options: row.reversed ? turned : options,
      first_favourable,
      dimension: row.dimension ?? null,
      axis: row.axis ?? null,
      sensitive: false,
    }));
  })
  .slice(0, 12);

/** Counts that look like answers: drawn from the names, so that they stay the same. */
function shownOf(item: ResultItem, who: string, count: number): Shown {
  const seed = [...(item.code + who)].reduce(
    (sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 9973,
    7,
  );
  const weights = item.options.map((option, at) =>
    option.favourable === null ? 0.06 : 0.4 + ((seed * (at + 3)) % 17) / 6,
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const by_option = weights.map((weight) => Math.floor((count * weight) / whole));
  const n = item.options.reduce(
    (sum, { favourable }, at) => sum + (favourable === null ? 0 : (by_option[at] ?? 0)),
    0,
  );
  const favourable = item.options.reduce(
    (sum, { favourable: is }, at) => sum + (is === true ? (by_option[at] ?? 0) : 0),
    0,
  );
  const share = favourable / n;
  const reach = 1.6 * Math.sqrt((share * (1 - share)) / n);
  return {
    no_answer: count - by_option.reduce((sum, each) => sum + each, 0),
    by_option,
    mean: null,
    mean_low: null,
    mean_high: null,
    share,
    share_low: Math.max(0, share - reach),
    share_high: Math.min(1, share + reach),
  };
}

export const results: Results = {
  title: draft.title,
  establishment_id: house.id,
  establishment_name: house.name,
  closed_on: '2026-12-21',
  mode: 'sealed',
  k: 11,
  identity: 'ab12'.repeat(16),
  people: 148,
  headcount: 240,
  places: shown_places.map(({ code, name, parent, headcount }) => ({
    code,
    name,
    parent,
    cells: cellsOf(code).map((cell) => ({
      ...cell,
      headcount: cell.open && cell.category === null ? headcount : null,
    })),
  })),
  categories,
  items,
  others: [
    { id: '01hearlier0000000000000000', title: 'Nos fins de poste', closed_on: '2025-11-30' },
  ],
};

export function placeResults(code: string, category: string | null): PlaceResults {
  const count = answered[code]?.[groups.indexOf(category)] ?? null;
  const rest = code === 'p2' && category === null ? 148 - 41 : null;
  const all = (who: string, among: number) =>
    items.map((item) => ({ item: item.code, shown: shownOf(item, who, among) }));
  return {
    place: code,
    category,
    open: count !== null,
    people: count,
    headcount: cut.places.find((each) => each.code === code)?.headcount ?? null,
    items: count === null ? [] : all(`${code}${category}`, count),
    rest: rest === null ? null : { people: rest, items: all('rest', rest) },
  };
}

export function itemResults(code: string): ItemResults {
  const item = items.find((each) => each.code === code);
  return {
    item: code,
    cells: shown_places.flatMap((each) =>
      groups.map((category, at) => {
        const count = answered[each.code]?.[at] ?? null;
        const shown =
          item === undefined || count === null
            ? null
            : shownOf(item, `${each.code}${category}`, count);
        return { place: each.code, category, shown };
      }),
    ),
  };
}
