// SPDX-License-Identifier: EUPL-1.2
// web/app/preferences.ts
//
// Language and appearance, remembered on this device. Nothing here tells who somebody is.

import { type Language, speak } from '#words';

export type Theme = 'device' | 'light' | 'dark';
export const themes: readonly Theme[] = ['device', 'light', 'dark'];

const languageKey = 'etabli.language';
const themeKey = 'etabli.theme';

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A device that keeps nothing asks again next time.
  }
}

/** French unless English was chosen here: the language of the browser says little on a ward computer. */
export function preferredLanguage(): Language {
  return recall(languageKey) === 'en' ? 'en' : 'fr';
}

export async function chooseLanguage(language: Language): Promise<void> {
  remember(languageKey, language);
  await speak(language);
}

export function currentTheme(): Theme {
  const kept = recall(themeKey);
  return kept === 'light' || kept === 'dark' ? kept : 'device';
}

export function applyTheme(theme: Theme): void {
  if (theme === 'device') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  remember(themeKey, theme);
  applyTheme(theme);
}
