// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/cut.ts
//
// The cut: which places and occupations people may say they belong to. Pure: a cut in, a cut out. Only the smallest places hold
// people; a place above counts those below it. Whoever is taken out of the cut is not asked by this questionnaire at all: counted
// in a wider place and asked nowhere else, they could be found again by subtraction.

import type { Cut, CutCategory, CutPeople, CutPlace } from './types.ts';

export function childrenOf(cut: Cut, code: string | null): readonly CutPlace[] {
  return cut.places.filter((place) => place.parent === code);
}

export function isSmallest(cut: Cut, code: string): boolean {
  return !cut.places.some((place) => place.parent === code);
}

/** From the establishment down, each with how deep it lies. */
export function inTreeOrder(cut: Cut): readonly { place: CutPlace; depth: number }[] {
  const below = (parent: string | null, depth: number): { place: CutPlace; depth: number }[] =>
    childrenOf(cut, parent).flatMap((place) => [{ place, depth }, ...below(place.code, depth + 1)]);
  return below(null, 0);
}

/** Places that a person could not choose without being one of too few. The establishment is told of elsewhere. */
export function tooSmall(cut: Cut, k: number): readonly CutPlace[] {
  return cut.places.filter((place) => place.parent != null && place.headcount < k);
}

export function headcountOf(cut: Cut, place: string, category: string | null): number {
  return cut.people
    .filter((line) => line.place === place && (line.category ?? null) === category)
    .reduce((sum, line) => sum + line.headcount, 0);
}

/** Those of a place and of all below it, by occupation. */
export function headcountBelow(cut: Cut, place: string, category: string): number {
  if (isSmallest(cut, place)) return headcountOf(cut, place, category);
  return childrenOf(cut, place).reduce(
    (sum, child) => sum + headcountBelow(cut, child.code, category),
    0,
  );
}

/** Places together, under one name: all of one parent, none the establishment. */
export function canMerge(cut: Cut, codes: readonly string[]): boolean {
  const chosen = cut.places.filter((place) => codes.includes(place.code));
  const parent = chosen[0]?.parent;
  return chosen.length >= 2 && parent != null && chosen.every((place) => place.parent === parent);
}

export function merge(cut: Cut, codes: readonly string[], name: string): Cut {
  const chosen = cut.places.filter((place) => codes.includes(place.code));
  const first = chosen[0];
  if (first === undefined || !canMerge(cut, codes)) return cut;
  const within = new Set(chosen.flatMap((place) => subtree(cut, place.code)));
  const members = cut.places
    .filter((place) => within.has(place.code))
    .flatMap((place) => place.members);
  const places = cut.places
    .filter((place) => place.code === first.code || !within.has(place.code))
    .map((place) => (place.code === first.code ? { ...place, name, members } : place));
  const people = summed(
    cut.people.map((line) => (within.has(line.place) ? { ...line, place: first.code } : line)),
  );
  return counted({ ...cut, places, people });
}

export function remove(cut: Cut, code: string): Cut {
  const gone = new Set(subtree(cut, code));
  return counted({
    ...cut,
    places: cut.places.filter((place) => !gone.has(place.code)),
    people: cut.people.filter((line) => !gone.has(line.place)),
  });
}

/** The places below are no longer told apart: their people stand in this one. */
export function flatten(cut: Cut, code: string): Cut {
  const within = new Set(subtree(cut, code));
  const members = cut.places
    .filter((place) => within.has(place.code))
    .flatMap((place) => place.members);
  return counted({
    ...cut,
    places: cut.places
      .filter((place) => place.code === code || !within.has(place.code))
      .map((place) => (place.code === code ? { ...place, members } : place)),
    people: summed(
      cut.people.map((line) => (within.has(line.place) ? { ...line, place: code } : line)),
    ),
  });
}

export function rename(cut: Cut, code: string, name: string): Cut {
  return {
    ...cut,
    places: cut.places.map((place) => (place.code === code ? { ...place, name } : place)),
  };
}

export function count(cut: Cut, place: string, category: string | null, headcount: number): Cut {
  const others = cut.people.filter(
    (line) => line.place !== place || (line.category ?? null) !== category,
  );
  return counted({ ...cut, people: [...others, { place, category, headcount }] });
}

export function addCategory(cut: Cut): Cut {
  const taken = new Set(cut.categories.map((category) => category.code));
  let number = 1;
  while (taken.has(`c${number}`)) number += 1;
  const added = { code: `c${number}`, name: { fr: '', en: '' } };
  // The first occupation takes those whom nothing told apart until then.
  const people =
    cut.categories.length === 0
      ? cut.people.map((line) => ({ ...line, category: added.code }))
      : cut.people;
  return { ...cut, categories: [...cut.categories, added], people };
}

export function nameCategory(cut: Cut, code: string, name: CutCategory['name']): Cut {
  return {
    ...cut,
    categories: cut.categories.map((each) => (each.code === code ? { ...each, name } : each)),
  };
}

/** Two occupations told as one; or the last one gone, and nothing told apart any more. */
export function mergeCategory(cut: Cut, code: string, into: string | null): Cut {
  return {
    ...cut,
    categories: cut.categories.filter((each) => each.code !== code),
    people: summed(
      cut.people.map((line) => (line.category === code ? { ...line, category: into } : line)),
    ),
  };
}

/**
 * Whether an occupation is asked in a place: it is k people or more, and whoever is of none of those asked there are nobody or k at
 * least; the smallest is left out until they are. engine/tabulation/cut.cpp decides alike.
 */
export function isAsked(cut: Cut, k: number, place: string, category: string): boolean {
  const asked = cut.categories
    .map(({ code }) => ({ code, people: headcountBelow(cut, place, code) }))
    .filter(({ people }) => people >= k)
    .sort((one, other) => other.people - one.people || (one.code < other.code ? 1 : -1));
  const all = cut.places.find(({ code }) => code === place)?.headcount ?? 0;
  let rest = asked.reduce((left, { people }) => left - people, all);
  while (rest > 0 && rest < k && asked.length > 0) rest += asked.pop()?.people ?? 0;
  return asked.some(({ code }) => code === category);
}

function subtree(cut: Cut, code: string): string[] {
  return [code, ...childrenOf(cut, code).flatMap((place) => subtree(cut, place.code))];
}

function summed(people: readonly CutPeople[]): CutPeople[] {
  const sums = new Map<string, CutPeople>();
  for (const line of people) {
    const key = `${line.place} ${line.category ?? ''}`;
    const before = sums.get(key)?.headcount ?? 0;
    sums.set(key, { ...line, headcount: before + line.headcount });
  }
  return [...sums.values()];
}

/** Headcounts again, from the smallest places up. */
function counted(cut: Cut): Cut {
  const of = (code: string): number =>
    isSmallest(cut, code)
      ? cut.people
          .filter((line) => line.place === code)
          .reduce((sum, line) => sum + line.headcount, 0)
      : childrenOf(cut, code).reduce((sum, child) => sum + of(child.code), 0);
  return {
    ...cut,
    places: cut.places.map((place) => ({ ...place, headcount: of(place.code) })),
  };
}
