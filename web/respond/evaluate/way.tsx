// SPDX-License-Identifier: EUPL-1.2
// web/respond/evaluate/way.tsx
//
// The way to a session: its page and its words, fetched together.

/** @jsxImportSource preact */

import type { Language } from '../words.ts';
import { EvaluatePage } from './evaluate_page.tsx';
import { speakEvaluate } from './words.ts';

export function wayToEvaluate(code: string) {
  return {
    speak: speakEvaluate,
    draw: (onLanguage: (language: Language) => void) => (
      <EvaluatePage code={code} onLanguage={onLanguage} />
    ),
  };
}
