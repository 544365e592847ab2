// SPDX-License-Identifier: EUPL-1.2
// web/e2e/campaign_example.ts
//
// A hospital of 240, its cut and what it could show, as the stories of campaigns are played. Invented from end to end.

import { campaign_id } from '../ballots/example_campaign.ts';
import { exampleHalf } from '../app/features/campaigns/example_half.ts';
import type { CampaignView, Cut, Forecast } from '../app/features/campaigns/types.ts';

export const id = campaign_id;
export const house = { id: '01hvalombree00000000000000', name: 'Hôpital de Valombrée' };

const place = (code: string, name: string, parent: string | null, headcount: number) => ({
  code,
  name,
  parent,
  headcount,
  members: [`01hplace${code}`],
});
export const categories = [
  { code: 'c1', name: { fr: 'Soin', en: 'Care' } },
  { code: 'c2', name: { fr: 'Médecins', en: 'Doctors' } },
  { code: 'c3', name: { fr: 'Administration, technique', en: 'Administration, technical' } },
];
const people = (of: string, counts: readonly number[]) =>
  counts.map((headcount, at) => ({
    place: of,
    category: categories[at]?.code ?? null,
    headcount,
  }));

export const cut: Cut = {
  places: [
    place('p0', house.name, null, 240),
    place('p1', 'Pôle médecine', 'p0', 118),
    place('p2', 'Médecine A', 'p1', 64),
    place('p3', 'Médecine B', 'p1', 45),
    place('p4', 'Hôpital de jour', 'p1', 9),
    place('p5', 'Long séjour', 'p0', 76),
    place('p6', 'Cuisine, linge', 'p0', 39),
    place('p7', 'Équipe de nuit mobile', 'p0', 7),
  ],
  categories,
  people: [
    ...people('p2', [46, 8, 10]),
    ...people('p3', [33, 6, 6]),
    ...people('p4', [6, 2, 1]),
    ...people('p5', [54, 4, 18]),
    ...people('p6', [0, 0, 39]),
    ...people('p7', [7, 0, 0]),
  ],
};

export const instrument_title = {
  fr: 'Noyau de vingt-cinq questions',
  en: 'Twenty-five questions',
};

export const draft: CampaignView = {
  id,
  establishment_id: house.id,
  establishment_name: house.name,
  title: 'Nos fins de poste',
  purpose:
    'Comprendre ce qui fait finir en retard, unité par unité, avant de revoir les horaires en janvier. Chaque équipe en discutera avant le 15 janvier.',
  mode: 'sealed',
  instrument_id: '01hinstrument0000000000000',
  instrument_number: 2,
  instrument_title,
  minutes: 5,
  items: 25,
  asks_for_words: false,
  pickup_on: '2026-11-30',
  opens_on: '2026-12-07',
  closes_on: '2026-12-21',
  destroy_by: '2027-03-31',
  k: 11,
  stage: 'draft',
  cut,
  halves: [
    exampleHalf('direction', 'Direction'),
    exampleHalf('staff_representatives', 'Élus CFDT et CGT'),
  ],
  manifest_sha256: null,
  codes_drawn: 0,
  codes_max: 264,
  released: null,
  urn: null,
  ballots_awaited_since: null,
  eligible: 240,
  gate_id: null,
  ended_on: null,
  ended_reason: null,
  troubles: [
    { pointer: '/cut/places/4', code: 'number.out_of_range' },
    { pointer: '/cut/places/7', code: 'number.out_of_range' },
  ],
  version: 3,
};

/** Open where so many answers are expected; the smallest of a place is closed with it. */
export function forecastOf(at: Cut, k: number, share: number): Forecast {
  const below = (code: string): readonly string[] => {
    const children = at.places.filter(({ parent }) => parent === code);
    return children.length === 0 ? [code] : children.flatMap((child) => below(child.code));
  };
  const count = (code: string, category: string | null) =>
    at.people
      .filter((line) => below(code).includes(line.place))
      .filter((line) => category === null || line.category === category)
      .reduce((sum, line) => sum + line.headcount, 0);
  const groups = [null, ...at.categories.map(({ code }) => code)];
  const places = at.places.map(({ code, name, parent, headcount }) => ({
    code,
    name,
    parent,
    headcount,
    respondents: Math.round((headcount * share) / 100),
    minutes_year: 5,
    cells: groups.map((category) => ({
      category,
      open: (count(code, category) * share) / 100 >= k,
      too_small: count(code, category) < k,
    })),
  }));
  const cells = places.flatMap((each) => each.cells);
  return {
    share,
    minutes_asked: 5 * count('p0', null),
    eligible: count('p0', null),
    places,
    open_cells: cells.filter(({ open }) => open).length,
    closed_cells: cells.filter(({ open, too_small }) => !open && !too_small).length,
  };
}
