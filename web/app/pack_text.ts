// SPDX-License-Identifier: EUPL-1.2
// web/app/pack_text.ts
//
// Texts of the packs are written in both languages; a page shows the one being spoken.

import { currentLanguage } from '#words';

export interface PackText {
  fr: string;
  en: string;
}

export function inLanguage(text: PackText): string {
  return currentLanguage() === 'en' ? text.en : text.fr;
}
