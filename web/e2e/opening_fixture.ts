// SPDX-License-Identifier: EUPL-1.2
// web/e2e/opening_fixture.ts
//
// What the opening screen calls, with nothing around it: how long it takes, and how long at most the page stood still.

import { openBallots } from '../app/features/campaigns/ceremony.ts';

export interface Opened {
  check_ms: number;
  open_ms: number;
  longest_still_ms: number;
  bytes: number;
}

type Given = Parameters<typeof openBallots>;

async function opening(half: string, counter: Given[1], set: Given[2], campaign: string) {
  let longest_still_ms = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    const now = performance.now();
    longest_still_ms = Math.max(longest_still_ms, now - last);
    last = now;
  }, 1);
  const began = performance.now();
  let checked = began;
  const opened = await openBallots(
    half,
    counter,
    set,
    { campaign, college: 'direction', envelope: 'answers' },
    (part) => {
      if (part === 'check') checked = performance.now();
    },
  );
  const ended = performance.now();
  clearInterval(beat);
  const found: Opened = {
    check_ms: checked - began,
    open_ms: ended - checked,
    longest_still_ms,
    bytes: opened.length,
  };
  return found;
}

Object.assign(globalThis, { opening });
