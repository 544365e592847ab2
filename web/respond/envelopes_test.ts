// SPDX-License-Identifier: EUPL-1.2
// web/respond/envelopes_test.ts

import { afterEach, expect, test, vi } from 'vitest';
import { exampleCampaign } from '../ballots/example_campaign.ts';
import type { Campaign } from './campaign/deposit.ts';
import { envelopesWaiting, handInWaiting, putAside, takeAway } from './envelopes.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
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

const example = exampleCampaign();
const campaign = { manifest: example.manifest, hash: '', enough: example.enough } as Campaign;
const id = example.manifest.campaign;

/** By the ballot that is posted: what refuses it, or nothing. */
function urnAnswers(problems: Record<string, string>): void {
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    const [receipt = ''] = /(?<="of":")\w+/.exec(body) ?? [];
    const code = problems[receipt];
    return Promise.resolve(
      code === undefined
        ? new Response(JSON.stringify({ data: { receipt } }))
        : new Response(JSON.stringify({ code }), { status: 409 }),
    );
  });
}

function putAll(...receipts: string[]): void {
  for (const sealedReceipt of receipts)
    putAside(id, { sealed: JSON.stringify({ of: sealedReceipt }), sealedReceipt });
}

const waiting = () => envelopesWaiting(id).map(({ sealedReceipt }) => sealedReceipt);

test('what is no longer here was acknowledged or refused, and which is told', async () => {
  putAll('a', 'b', 'c', 'd');
  urnAnswers({ b: 'ballot.refused', c: 'server.busy', d: 'ballot.other' });
  expect(await handInWaiting(campaign)).toEqual({
    acknowledged: ['a'],
    refused: [
      { receipt: 'b', problem: 'ballot.refused' },
      { receipt: 'd', problem: 'ballot.other' },
    ],
    problem: 'server.busy',
  });
  expect(waiting()).toEqual(['c']);
});

test.each([
  ['the evening before, by a slow clock', '2026-11-22T22:59:30Z', true],
  ['the opening morning', '2026-11-22T23:00:30Z', true],
  ['the last evening', '2026-12-07T22:59:30Z', true],
  ['the day after', '2026-12-07T23:00:30Z', false],
])('an urn that is not open, %s', async (_, now, stays) => {
  vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
  putAll('a');
  urnAnswers({ a: 'campaign.not_open' });
  const { refused, problem } = await handInWaiting(campaign);
  expect(waiting()).toEqual(stays ? ['a'] : []);
  expect(problem).toBe(stays ? 'campaign.not_open' : null);
  expect(refused).toHaveLength(stays ? 0 : 1);
});
