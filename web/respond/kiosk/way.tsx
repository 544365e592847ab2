// SPDX-License-Identifier: EUPL-1.2
// web/respond/kiosk/way.tsx
//
// The page and its words, fetched together.

/** @jsxImportSource preact */

import type { Language } from '../words.ts';
import { KioskPage } from './kiosk_page.tsx';
import { speakKiosk } from './words.ts';

export function wayToKiosk(campaign: string) {
  return {
    speak: speakKiosk,
    draw: (onLanguage: (language: Language) => void) => (
      <KioskPage campaign={campaign} onLanguage={onLanguage} />
    ),
  };
}
