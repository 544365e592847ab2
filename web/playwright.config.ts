// SPDX-License-Identifier: EUPL-1.2
// web/playwright.config.ts
//
// Stories in a real browser, at 360 and 1280 px. By default against the built pages with the API
// played by the story (page.route); ETABLI_URL points them at a running server instead.

import { defineConfig } from '@playwright/test';

const url = process.env.ETABLI_URL;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*_story.ts',
  workers: 2,
  // What is waited for comes at once or never; a busy machine may take its time all the same.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // On a loaded machine only: what passes the second time is listed as flaky, and is a race to be found.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL: url ?? 'http://127.0.0.1:4173',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // What a worker asks, page.route does not see: the story of the network that is gone allows it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env.ETABLI_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    },
  },
  projects: [
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
  ],
  webServer: url
    ? undefined
    : {
        command: 'npm run build && npx vite preview --host 127.0.0.1 --strictPort',
        url: 'http://127.0.0.1:4173',
        timeout: 120_000,
        reuseExistingServer: false,
      },
});
