// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/half_store.ts
//
// The half as it stays on this device, in this browser, until somebody erases it here. It is said on screen that it does.

import { useCallback, useSyncExternalStore } from 'react';
import type { Half } from './ceremony.ts';
import type { Holder } from './types.ts';

const listeners = new Set<() => void>();

export function useHalf(campaign: string, college: Holder) {
  const key = `etabli.half.${campaign}.${college}`;
  const text = useSyncExternalStore(subscribe, () => readText(key));
  const keep = useCallback(
    (half: Half) => {
      localStorage.setItem(key, JSON.stringify(half));
      tell();
    },
    [key],
  );
  const erase = useCallback(() => {
    localStorage.removeItem(key);
    tell();
  }, [key]);
  return { half: halfIn(text), keep, erase };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function tell(): void {
  for (const listener of listeners) listener();
}

function readText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function halfIn(text: string | null): Half | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as Half;
  } catch {
    return null;
  }
}
