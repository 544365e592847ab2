// SPDX-License-Identifier: EUPL-1.2
// web/app/use_draft.ts
//
// What somebody is writing, kept in this browser tab while they write, and there again after a
// reload or a page of detour. sessionStorage and not more: ward computers are shared. Signing out
// erases every draft.

import { useCallback, useEffect, useRef, useState } from 'react';

const prefix = 'etabli.draft.';
/** Long enough not to write at each letter, short enough to lose no sentence. */
const pause_ms = 400;

interface Kept<Value> {
  value: Value;
  saved_at: string;
}

export interface Draft<Value> {
  value: Value;
  set: (value: Value) => void;
  /** set one field of an object: draft.change({ title }) */
  change: (part: Partial<Value>) => void;
  saved_at: Date | null;
  wasRestored: boolean;
  /** Once the server has it. */
  clear: () => void;
}

export function useDraft<Value extends object>(name: string, initial: Value): Draft<Value> {
  const key = prefix + name;
  const [kept] = useState(() => readKept<Value>(key));
  const [value, setValue] = useState<Value>(kept ? { ...initial, ...kept.value } : initial);
  const [saved_at, setSavedAt] = useState<Date | null>(kept ? new Date(kept.saved_at) : null);
  const [wasRestored, setWasRestored] = useState(kept !== null);
  const pending = useRef<Value | null>(null);
  const first = useRef(initial);

  const save = useCallback(() => {
    if (pending.current === null) return;
    const now = new Date();
    writeKept(key, { value: pending.current, saved_at: now.toISOString() });
    pending.current = null;
    setSavedAt(now);
    setWasRestored(false);
  }, [key]);

  // A new value restarts the pause.
  useEffect(() => {
    const timer = setTimeout(save, pause_ms);
    return () => clearTimeout(timer);
  }, [value, save]);

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  const set = useCallback((next: Value) => {
    pending.current = next;
    setValue(next);
  }, []);

  const change = useCallback((part: Partial<Value>) => {
    setValue((before) => {
      const next = { ...before, ...part };
      pending.current = next;
      return next;
    });
  }, []);

  const clear = useCallback(() => {
    pending.current = null;
    sessionStorage.removeItem(key);
    setValue(first.current);
    setSavedAt(null);
    setWasRestored(false);
  }, [key]);

  return { value, set, change, saved_at, wasRestored, clear };
}

export function eraseDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  }
}

function readKept<Value>(key: string): Kept<Value> | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Kept<Value>);
  } catch {
    return null;
  }
}

/** A full or forbidden storage must not stop somebody from writing. */
function writeKept<Value>(key: string, kept: Kept<Value>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // The words are still on screen.
  }
}
