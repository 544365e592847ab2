// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/use_history.ts
//
// A value that can be taken back, step by step. Letters typed one after the other in one field are one step.

import { useCallback, useState } from 'react';

/** More steps than anybody takes back; fewer than fill a phone. */
const steps_max = 100;

interface History<Value> {
  past: readonly Value[];
  now: Value;
  future: readonly Value[];
  /** The field the last step was made in, if it was typing. */
  typing: string | null;
}

export interface Undoable<Value> {
  value: Value;
  /** `field` names where somebody types: the next letters there join this step. */
  change: (next: Value, field?: string) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  /** From somewhere else: nothing before it can be taken back. */
  reset: (value: Value) => void;
}

export function step<Value>(
  history: History<Value>,
  next: Value,
  field: string | null,
): History<Value> {
  const joins = field !== null && field === history.typing;
  return {
    past: joins ? history.past : [...history.past, history.now].slice(-steps_max),
    now: next,
    future: [],
    typing: field,
  };
}

export function back<Value>(history: History<Value>): History<Value> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    now: before,
    future: [history.now, ...history.future],
    typing: null,
  };
}

export function forth<Value>(history: History<Value>): History<Value> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.now], now: after, future, typing: null };
}

export function useHistory<Value>(initial: Value): Undoable<Value> {
  const [history, setHistory] = useState<History<Value>>({
    past: [],
    now: initial,
    future: [],
    typing: null,
  });
  const change = useCallback(
    (next: Value, field?: string) => setHistory((before) => step(before, next, field ?? null)),
    [],
  );
  const undo = useCallback(() => setHistory(back), []);
  const redo = useCallback(() => setHistory(forth), []);
  const reset = useCallback(
    (value: Value) => setHistory({ past: [], now: value, future: [], typing: null }),
    [],
  );
  return {
    value: history.now,
    change,
    undo,
    redo,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    reset,
  };
}
