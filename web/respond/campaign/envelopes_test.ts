// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/envelopes_test.ts

import { afterEach, expect, test, vi } from 'vitest';
import { envelopesWaiting, putAside, takeAway } from './envelopes.ts';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

const envelope = (sealedReceipt: string) => ({ sealed: `ballot ${sealedReceipt}`, sealedReceipt });

test('envelopes stand by receipt, whoever came first', () => {
  for (const receipt of ['c', 'a', 'b']) putAside('q', envelope(receipt));
  expect(envelopesWaiting('q').map(({ sealedReceipt }) => sealedReceipt)).toEqual(['a', 'b', 'c']);
});

test('put aside twice, it waits once', () => {
  putAside('q', envelope('a'));
  putAside('q', envelope('a'));
  expect(envelopesWaiting('q')).toHaveLength(1);
});

test('once they are taken away nothing is left', () => {
  putAside('q', envelope('a'));
  takeAway('q', 'a');
  expect(localStorage.length).toBe(0);
});

test('a device that keeps nothing loses none while the page is open', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  putAside('q', envelope('a'));
  expect(envelopesWaiting('q')).toHaveLength(1);
  takeAway('q', 'a');
  expect(envelopesWaiting('q')).toEqual([]);
});
