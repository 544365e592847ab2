// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/deposit_test.ts
//
// Where a sealed ballot goes, and where receipts are looked for: to the urn that the signed manifest names.

import { afterEach, expect, test, vi } from 'vitest';
import { exampleCampaign } from '../../ballots/example_campaign.ts';
import { type Campaign, fetchReceipts, handIn } from './deposit.ts';

const example = exampleCampaign();

function campaignAt(urn?: string): Campaign {
  const manifest = { ...example.manifest, ...(urn === undefined ? {} : { urn }) };
  return { manifest, hash: example.hash, enough: example.enough } as Campaign;
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  [undefined, ''],
  ['https://urne.example.org', 'https://urne.example.org'],
])('a campaign whose urn is %s', async (urn, address) => {
  const asked: [string, RequestInit][] = [];
  vi.stubGlobal('fetch', (path: string, how: RequestInit) => {
    asked.push([path, how]);
    const data = how.method === 'POST' ? { receipt: 'mine' } : { receipts: ['mine'] };
    return Promise.resolve(new Response(JSON.stringify({ data })));
  });
  const campaign = campaignAt(urn);
  await handIn(campaign, { sealed: '{"key":"k"}', sealedReceipt: 'mine' });
  expect(await fetchReceipts(campaign)).toEqual(['mine']);
  const here = `${address}/api/urn/${example.manifest.campaign}`;
  expect(asked.map(([path]) => path)).toEqual([`${here}/ballots`, `${here}/receipts`]);
  expect(asked.map(([, { credentials }]) => credentials)).toEqual(['omit', 'omit']);
});
