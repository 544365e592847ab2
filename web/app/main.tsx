// SPDX-License-Identifier: EUPL-1.2
// web/app/main.tsx
//
// Starts the five rooms: the words first, then the page.

import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { currentLanguage, onLanguageChange, speak } from '#words';
import '#ui/base.css';
import { keepFocus } from '#ui/kept_focus.ts';
import { createQueryClient } from './api/queries.ts';
import { applyTheme, currentTheme, preferredLanguage } from './preferences.ts';
import { router } from './router/router.ts';

const queryClient = createQueryClient();

/** Another language is another page: everything is drawn again, drafts come back by themselves. */
function App() {
  const language = useSyncExternalStore(onLanguageChange, currentLanguage);
  return (
    <I18nProvider key={language} locale={language === 'fr' ? 'fr-FR' : 'en-GB'}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}

async function start() {
  applyTheme(currentTheme());
  await speak(preferredLanguage());
  const root = document.getElementById('root');
  if (root === null) return;
  keepFocus();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
