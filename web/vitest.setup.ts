// SPDX-License-Identifier: EUPL-1.2
// web/vitest.setup.ts
//
// Every unit test of a page speaks French, as the page does first.

import { beforeEach } from 'vitest';
import { speak } from './words/index.ts';

beforeEach(async () => {
  if (typeof document !== 'undefined') await speak('fr');
});
