// SPDX-License-Identifier: EUPL-1.2
// web/form/condition.ts
//
// When a section or a question is shown: a small tree over answers given before. The program decides alike
// (engine/instruments/condition.hpp says the forms); tests/vectors/conditions.json holds both to it.

import { isDay } from './day.ts';

/** A code, a text or a day; several codes; a number. */
export type Answer = string | readonly string[] | number;
/** By item. */
export type Answers = Readonly<Record<string, Answer>>;

type Comparison = '<' | '<=' | '>' | '>=' | '=';

export type Condition =
  | { kind: 'and' | 'or' | 'not'; parts: readonly Condition[] }
  | { kind: 'answered'; item: string }
  | { kind: 'in' | 'all'; item: string; codes: readonly string[] }
  | { kind: Comparison; item: string; bound: number | string };

/** A person who writes more no longer knows what they ask. */
const depth_max = 6;
const parts_max = 20;

/** Nothing when it is no condition. */
export function readCondition(source: unknown): Condition | undefined {
  return readAt(source, 1);
}

/** Nothing answered, or nothing shown: every comparison is false, so that ["not", …] of it is true. */
export function holds(condition: Condition, answers: Answers): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => holds(part, answers));
    case 'or':
      return condition.parts.some((part) => holds(part, answers));
    case 'not':
      return !condition.parts.some((part) => holds(part, answers));
  }
  const answer = ownMember(answers, condition.item);
  if (answer === undefined) return false;
  switch (condition.kind) {
    case 'answered':
      return true;
    case 'in':
      return condition.codes.some((code) => isTicked(answer, code));
    case 'all':
      return condition.codes.every((code) => isTicked(answer, code));
    default:
      return compares(condition.kind, answer, condition.bound);
  }
}

/** An item may be called "constructor". */
export function ownMember<Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function readAt(source: unknown, depth: number): Condition | undefined {
  if (!Array.isArray(source) || depth > depth_max) return undefined;
  if (source.length < 2 || source.length > parts_max + 1) return undefined;
  const [kind, ...rest] = source as unknown[];
  switch (kind) {
    case 'and':
    case 'or':
    case 'not': {
      const parts = rest.map((part) => readAt(part, depth + 1));
      const isWhole = kind !== 'not' || parts.length === 1;
      return isWhole && isAllRead(parts) ? { kind, parts } : undefined;
    }
    case 'answered':
    case 'in':
    case 'all':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '=':
      return readLeaf(kind, rest);
    default:
      return undefined;
  }
}

function readLeaf(
  kind: 'answered' | 'in' | 'all' | Comparison,
  [item, operand, ...more]: readonly unknown[],
): Condition | undefined {
  if (typeof item !== 'string' || more.length > 0) return undefined;
  if (kind === 'answered') return operand === undefined ? { kind, item } : undefined;
  if (kind === 'in' || kind === 'all')
    return isCodes(operand) ? { kind, item, codes: operand } : undefined;
  const isBound = typeof operand === 'number' || (typeof operand === 'string' && isDay(operand));
  return isBound ? { kind, item, bound: operand } : undefined;
}

function isAllRead(parts: readonly (Condition | undefined)[]): parts is readonly Condition[] {
  return parts.every((part) => part !== undefined);
}

function isCodes(operand: unknown): operand is string[] {
  return (
    Array.isArray(operand) &&
    operand.length > 0 &&
    operand.every((code) => typeof code === 'string')
  );
}

function isTicked(answer: Answer, code: string): boolean {
  return Array.isArray(answer) ? answer.includes(code) : answer === code;
}

/** Days compare as their text does. */
function compares(kind: Comparison, answer: Answer, bound: number | string): boolean {
  if (typeof answer !== typeof bound) return false;
  switch (kind) {
    case '<':
      return answer < bound;
    case '<=':
      return answer <= bound;
    case '>':
      return answer > bound;
    case '>=':
      return answer >= bound;
    case '=':
      return answer === bound;
  }
}
