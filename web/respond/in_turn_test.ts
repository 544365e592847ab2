// SPDX-License-Identifier: EUPL-1.2
// web/respond/in_turn_test.ts

import { expect, test } from 'vitest';
import { inTurn } from './in_turn.ts';

/** Work that ends when it is told to. */
function heldWork() {
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => ends.push(resolve));
  return { ends, work };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('asked while it works, it works once more after, however often it was asked', async () => {
  const { ends, work } = heldWork();
  const send = inTurn(work);
  const first = send();
  void send();
  void send();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await settle();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await first;
  await settle();
  expect(ends).toHaveLength(2);
});

test('asked once it is done, it works again', async () => {
  const { ends, work } = heldWork();
  const send = inTurn(work);
  const first = send();
  ends[0]?.();
  await first;
  const second = send();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await second;
});
