// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/cut_test.ts
//
// A cut in, a cut out: who is counted where after each gesture.

import { expect, test } from 'vitest';
import {
  addCategory,
  canMerge,
  count,
  flatten,
  inTreeOrder,
  isAsked,
  merge,
  mergeCategory,
  remove,
  tooSmall,
} from './cut.ts';
import type { Cut } from './types.ts';

const place = (code: string, parent: string | null, headcount: number) => ({
  code,
  name: code,
  parent,
  headcount,
  members: [`member of ${code}`],
});

/** A house of 44: a pole of three units, and a kitchen. */
const house: Cut = {
  places: [
    place('p0', null, 44),
    place('p1', 'p0', 36),
    place('p2', 'p1', 20),
    place('p3', 'p1', 9),
    place('p4', 'p1', 7),
    place('p5', 'p0', 8),
  ],
  categories: [
    { code: 'c1', name: { fr: 'Soin', en: 'Care' } },
    { code: 'c2', name: { fr: 'Autres', en: 'Others' } },
  ],
  people: [
    { place: 'p2', category: 'c1', headcount: 14 },
    { place: 'p2', category: 'c2', headcount: 6 },
    { place: 'p3', category: 'c1', headcount: 9 },
    { place: 'p4', category: 'c1', headcount: 4 },
    { place: 'p4', category: 'c2', headcount: 3 },
    { place: 'p5', category: 'c2', headcount: 8 },
  ],
};

const counts = (cut: Cut) =>
  Object.fromEntries(cut.places.map(({ code, headcount }) => [code, headcount]));

test('places under the threshold are told, the establishment is not one of them', () => {
  expect(tooSmall(house, 11).map(({ code }) => code)).toEqual(['p3', 'p4', 'p5']);
  expect(tooSmall(house, 50).map(({ code }) => code)).not.toContain('p0');
});

test('two units of one pole become one place, with the people and the places of both', () => {
  const merged = merge(house, ['p3', 'p4'], 'Nuit et accueil de jour');
  expect(counts(merged)).toEqual({ p0: 44, p1: 36, p2: 20, p3: 16, p5: 8 });
  expect(merged.places.find(({ code }) => code === 'p3')).toMatchObject({
    name: 'Nuit et accueil de jour',
    members: ['member of p3', 'member of p4'],
  });
  expect(merged.people).toContainEqual({ place: 'p3', category: 'c1', headcount: 13 });
  expect(merged.people).toContainEqual({ place: 'p3', category: 'c2', headcount: 3 });
});

test('places that lie apart, one alone, or the establishment, are not merged', () => {
  expect(canMerge(house, ['p3', 'p5'])).toBe(false);
  expect(canMerge(house, ['p3'])).toBe(false);
  expect(canMerge(house, ['p0', 'p1'])).toBe(false);
  expect(merge(house, ['p3', 'p5'], 'x')).toBe(house);
});

test('a place with places below it is merged whole', () => {
  const merged = merge(house, ['p1', 'p5'], 'Toute la maison');
  expect(counts(merged)).toEqual({ p0: 44, p1: 44 });
});

test('whoever is taken out is counted nowhere above', () => {
  expect(counts(remove(house, 'p5'))).toEqual({ p0: 36, p1: 36, p2: 20, p3: 9, p4: 7 });
});

test('a pole whose units are no longer told apart keeps its people', () => {
  const flat = flatten(house, 'p1');
  expect(counts(flat)).toEqual({ p0: 44, p1: 36, p5: 8 });
  expect(flat.people).toContainEqual({ place: 'p1', category: 'c1', headcount: 27 });
});

test('a headcount written counts all the way up', () => {
  expect(counts(count(house, 'p5', 'c2', 12))).toMatchObject({ p5: 12, p0: 48 });
});

test('an occupation is asked where k people or more have it, and nobody is left over by few', () => {
  const of = (nurses: number, aides: number): Cut => ({
    places: [place('p0', null, nurses + aides), place('p2', 'p0', nurses + aides)],
    categories: house.categories,
    people: [
      { place: 'p2', category: 'c1', headcount: nurses },
      { place: 'p2', category: 'c2', headcount: aides },
    ],
  });
  const asked = (cut: Cut) => ['c1', 'c2'].filter((code) => isAsked(cut, 11, 'p2', code));
  expect(asked(of(20, 12))).toEqual(['c1', 'c2']);
  expect(asked(of(20, 0))).toEqual(['c1']);
  // The five who could only say none of these would be found at once.
  expect(asked(of(20, 5))).toEqual([]);
});

test('occupations: two become one, the last leaves nothing told apart, the first takes everybody', () => {
  const one = mergeCategory(house, 'c2', 'c1');
  expect(one.people).toContainEqual({ place: 'p2', category: 'c1', headcount: 20 });
  const none = mergeCategory(one, 'c1', null);
  expect(none.people).toContainEqual({ place: 'p2', category: null, headcount: 20 });
  const again = addCategory(none);
  expect(again.people.every(({ category }) => category === 'c1')).toBe(true);
});

test('the tree is told from the establishment down, in the order of the directory', () => {
  expect(inTreeOrder(house).map(({ place: { code }, depth }) => `${depth} ${code}`)).toEqual([
    '0 p0',
    '1 p1',
    '2 p2',
    '2 p3',
    '2 p4',
    '1 p5',
  ]);
});
