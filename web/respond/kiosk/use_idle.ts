// SPDX-License-Identifier: EUPL-1.2
// web/respond/kiosk/use_idle.ts
//
// How long nobody has touched the screen: seconds left before everything is erased, once that is near.

import { useEffect, useRef, useState } from 'preact/hooks';

export const idle_ms_max = 120_000;
/** Time enough to read it and to reach the screen (WCAG 2.2.1 asks for twenty seconds). */
export const warned_ms = 30_000;

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Null while there is time; then the seconds left. While it counts down only stop() stops it: a brush of a sleeve does not. */
export function useIdle(isWatched: boolean, onIdle: () => void) {
  const [left, setLeft] = useState<number | null>(null);
  const last = useRef(0);
  const isWarning = useRef(false);
  const latest = useRef(onIdle);
  useEffect(() => {
    latest.current = onIdle;
  });
  useEffect(() => {
    last.current = Date.now();
    isWarning.current = false;
    setLeft(null);
    if (!isWatched) return;
    const touched = () => {
      if (!isWarning.current) last.current = Date.now();
    };
    const timer = setInterval(() => {
      const left_ms = last.current + idle_ms_max - Date.now();
      isWarning.current = left_ms <= warned_ms;
      setLeft(isWarning.current ? Math.max(0, Math.ceil(left_ms / 1000)) : null);
      if (left_ms <= 0) latest.current();
    }, 250);
    for (const touch of touches) addEventListener(touch, touched, { passive: true });
    return () => {
      clearInterval(timer);
      for (const touch of touches) removeEventListener(touch, touched);
    };
  }, [isWatched]);
  const stop = () => {
    last.current = Date.now();
    isWarning.current = false;
    setLeft(null);
  };
  return { left, stop };
}
