// SPDX-License-Identifier: EUPL-1.2
// web/app/features/places/kinds.ts
//
// The levels of the tree, in words, and which may hang inside which: the same order as the server's.

import { findWord } from '#words';
import type { PlaceKind, PlaceLine } from './use_places.ts';

const levels: readonly PlaceKind[] = ['nation', 'region', 'establishment', 'pole', 'unit', 'team'];

export function kindWord(kind: PlaceKind): string {
  return findWord(`places.kind.${kind}`) ?? kind;
}

/** What may be added inside a place of that kind, below establishments. */
export function kindsInside(kind: PlaceKind): PlaceKind[] {
  return levels.filter((level) => levels.indexOf(level) > Math.max(levels.indexOf(kind), 2));
}

/** The children of each place, in the order they came. */
export function childrenOf(lines: readonly PlaceLine[]): Map<string, PlaceLine[]> {
  const found = new Map<string, PlaceLine[]>();
  for (const line of lines) {
    const parent = line.place.parent_id ?? '';
    found.set(parent, [...(found.get(parent) ?? []), line]);
  }
  return found;
}
