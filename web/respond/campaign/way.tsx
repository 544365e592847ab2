// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/way.tsx
//
// The page and its words, fetched together.

/** @jsxImportSource preact */

import type { Language } from '../words.ts';
import { CampaignPage } from './campaign_page.tsx';
import { speakAnswering } from './words.ts';

export function wayToCampaign(campaign: string) {
  return {
    speak: speakAnswering,
    draw: (onLanguage: (language: Language) => void) => (
      <CampaignPage campaign={campaign} onLanguage={onLanguage} />
    ),
  };
}
