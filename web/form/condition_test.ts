// SPDX-License-Identifier: EUPL-1.2
// web/form/condition_test.ts
//
// The vectors that the program is held to as well (engine/instruments/instruments_test.cpp).

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Answers, holds, readCondition } from './condition.ts';

interface Vector {
  name: string;
  condition: unknown;
  answers: Answers;
  /** Absent where it is no condition. */
  holds?: boolean;
}

const vectors: Vector[] = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../tests/vectors/conditions.json`, 'utf8'),
);

test.each(vectors)('$name', (vector) => {
  const condition = readCondition(vector.condition);
  expect(condition && holds(condition, vector.answers)).toBe(vector.holds);
});
