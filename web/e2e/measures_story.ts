// SPDX-License-Identifier: EUPL-1.2
// web/e2e/measures_story.ts
//
// Held to nothing: with ETABLI_MEASURES, prints how long the first question takes on an old phone, and how long a college's
// browser takes to check and to open so many ballots (ETABLI_MEASURES=1000), with how long at most its page stood still.

import { expect, test } from '@playwright/test';
import { b64, deviceRandom, unb64 } from '#ballots';
import { ballotMessage, drawBallotKey, sealBallot } from '../ballots/ballot.ts';
import { campaign_id, exampleCampaign } from '../ballots/example_campaign.ts';
import { checkManifest } from '../ballots/manifest.ts';
import { outsideOfPosted, receiptOfBallot, rootOf } from '../ballots/opening.ts';
import { askToken, finishToken } from '../ballots/token.ts';
import { formServer } from './form_server.ts';
import type { Opened } from './opening_fixture.ts';
import { pageServer } from './page_server.ts';
import { PlayedGuichet } from './played_guichet.ts';

const count = Number(process.env.ETABLI_MEASURES ?? 0);
test.skip(count === 0, 'ETABLI_MEASURES is not set');
test.setTimeout(3_600_000);

test('the first question', async () => {
  const { measure } = await import('../tools/first_question.mjs');
  const played = new PlayedGuichet();
  const server = await pageServer(played);
  await measure(() => {
    played.forget();
    return server.address + played.link;
  });
  await server.stop();
});

test('opening together', async ({ page }) => {
  const example = exampleCampaign();
  const checked = await checkManifest(example.text, example.signatures, { campaign: campaign_id });
  const ballots = [];
  for (let at = 0; at < count; at += 1) {
    const key = drawBallotKey(deviceRandom);
    const message = ballotMessage(campaign_id, key.nonce);
    const asked = await askToken(checked.tokenKey, message, deviceRandom);
    const signed = unb64(example.signBlindly(b64(asked.blinded)));
    const token = await finishToken(checked.tokenKey, message, asked, signed);
    const contents = { key, prefix: asked.prefix, token, profile: { place: 'p2' }, answers: {} };
    ballots.push(outsideOfPosted(checked, sealBallot(checked.manifest, contents, deviceRandom)));
  }
  const sorted = ballots
    .map((ballot) => ({ ballot, receipt: receiptOfBallot(ballot) }))
    .sort((one, other) => (one.receipt < other.receipt ? -1 : 1));
  const set = {
    root: rootOf(sorted.map(({ receipt }) => receipt)),
    ballots: sorted.map(({ ballot }) => ballot),
  };
  const counter = {
    manifest: example.text,
    signatures: example.signatures,
    instrument: '{}',
    stage: 'closed',
    enough: null,
  };
  const server = await formServer('opening_fixture');
  await page.goto(server.address);
  const half = b64(example.halves[0]?.half ?? new Uint8Array());
  const found = await page.evaluate(
    ([given, whole, all, campaign]) =>
      (
        globalThis as unknown as {
          opening: (...all: readonly unknown[]) => Promise<Opened>;
        }
      ).opening(given, whole, all, campaign),
    [half, counter, set, campaign_id] as const,
  );
  await server.stop();
  console.log(
    `${count} ballots: checked in ${Math.round(found.check_ms)} ms, opened in ${Math.round(found.open_ms)} ms, ` +
      `stood still for at most ${Math.round(found.longest_still_ms)} ms`,
  );
  expect(found.bytes).toBe(count * 128);
});
