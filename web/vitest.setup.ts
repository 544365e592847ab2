// SPDX-License-Identifier: EUPL-1.2
// web/vitest.setup.ts
//
// Every unit test speaks French, as the page does first.

import { beforeEach } from 'vitest';
import { speak } from './words/index.ts';

beforeEach(async () => {
  await speak('fr');
});
