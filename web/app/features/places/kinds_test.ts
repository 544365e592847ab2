// SPDX-License-Identifier: EUPL-1.2
// web/app/features/places/kinds_test.ts

import { expect, test } from 'vitest';
import { childrenOf, kindsInside } from './kinds.ts';
import type { PlaceLine } from './use_places.ts';

function line(id: string, parent_id: string): PlaceLine {
  return { place: { id, parent_id, kind: 'unit', name: id, position: 0, version: 1 }, past: [] };
}

test('a team holds nothing, an establishment everything below it', () => {
  expect(kindsInside('team')).toEqual([]);
  expect(kindsInside('pole')).toEqual(['unit', 'team']);
  expect(kindsInside('establishment')).toEqual(['pole', 'unit', 'team']);
});

test('children keep the order of the directory', () => {
  const found = childrenOf([line('b', 'h'), line('a', 'h'), line('c', 'b')]);
  expect(found.get('h')?.map(({ place }) => place.id)).toEqual(['b', 'a']);
  expect(found.get('b')?.length).toBe(1);
});
