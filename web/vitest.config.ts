// SPDX-License-Identifier: EUPL-1.2
// web/vitest.config.ts
//
// Unit tests: x_test.ts beside x.ts, in jsdom, with the French words already loaded.

import { defineConfig, mergeConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      environment: 'jsdom',
      include: ['{app,ballots,form,respond,ui,words}/**/*_test.{ts,tsx}'],
      setupFiles: ['./vitest.setup.ts'],
      maxWorkers: 2,
    },
  }),
);
