// SPDX-License-Identifier: EUPL-1.2
// web/respond/paper/way.tsx
//
// The page and its words, fetched together.

/** @jsxImportSource preact */

import type { Language } from '../words.ts';
import { PaperPage } from './paper_page.tsx';
import { speakPaper } from './words.ts';

export function wayToPaper(campaign: string) {
  return {
    speak: speakPaper,
    draw: (onLanguage: (language: Language) => void) => (
      <PaperPage campaign={campaign} onLanguage={onLanguage} />
    ),
  };
}
