// SPDX-License-Identifier: EUPL-1.2
// web/ballots/halves_test.ts
// @vitest-environment node

import { expect, test } from 'vitest';
import { deviceRandom, unb64 } from './bytes.ts';
import { campaign_id, exampleCampaign } from './example_campaign.ts';
import { isSigned, signingKeyOf, writeScalar } from './group.ts';
import {
  drawHalf,
  holdsReveal,
  openingContext,
  openTrial,
  publicHalf,
  revealOf,
  secretOf,
  signingKey,
  signManifest,
  signMask,
} from './halves.ts';
import { signedManifest } from './manifest.ts';
import { isHalfOf } from './opening.ts';
import { holdsOpening, opened, padded, seal, unpadded } from './sealing.ts';
import { sha256Hex, utf8 } from './bytes.ts';

const half = drawHalf(deviceRandom);

test('what is revealed is what was committed to', () => {
  const reveal = revealOf(half, campaign_id, 'direction', deviceRandom);
  expect(holdsReveal(reveal, campaign_id, 'direction')).toBe(true);
  expect(holdsReveal(reveal, campaign_id, 'staff_representatives')).toBe(false);
  expect(holdsReveal(reveal, '01hq7c0d3campaign000000002', 'direction')).toBe(false);
  const other = revealOf(drawHalf(deviceRandom), campaign_id, 'direction', deviceRandom);
  expect(holdsReveal({ ...reveal, publicHalf: other.publicHalf }, campaign_id, 'direction')).toBe(
    false,
  );
  expect(holdsReveal({ ...other, commitment: reveal.commitment }, campaign_id, 'direction')).toBe(
    false,
  );
});

test('who chose a half after seeing the other’s cannot prove it', async () => {
  const { commitmentOf } = await import('./halves.ts');
  const mine = revealOf(half, campaign_id, 'direction', deviceRandom);
  const values = { ...mine, publicHalf: publicHalf(drawHalf(deviceRandom)) };
  const commitment = commitmentOf(values, campaign_id, 'direction');
  expect(holdsReveal({ ...values, commitment }, campaign_id, 'direction')).toBe(false);
});

test('a half is below the order and not zero', () => {
  expect(() => secretOf(new Uint8Array(32))).toThrow('zero');
  expect(() => secretOf(new Uint8Array(32).fill(255))).toThrow('scalar');
});

test('manifest and mask are signed with the key of the half', () => {
  const { key } = signingKey(half);
  const hash = sha256Hex('manifest');
  expect(isSigned(signedManifest(hash), signManifest(half, hash), key)).toBe(true);
  expect(isSigned(signedManifest(sha256Hex('other')), signManifest(half, hash), key)).toBe(false);
  const said = utf8(`etabli.mask.1:${campaign_id}:${sha256Hex('mask')}`);
  expect(isSigned(said, signMask(half, campaign_id, 'mask'), key)).toBe(true);
  expect(
    isSigned(said, signMask(half, campaign_id, 'mask'), signingKeyOf(new Uint8Array(32)).key),
  ).toBe(false);
  expect(isSigned(said, new Uint8Array(3), key)).toBe(false);
});

test('the trial is opened by both halves', () => {
  const { halves, manifest } = exampleCampaign();
  const sealed = seal(unb64(manifest.joint_key), padded('essai', 64), 'trial', deviceRandom);
  const openings = halves.map(({ half: each, college }) =>
    openTrial(each, sealed.point, campaign_id, college, deviceRandom),
  );
  expect(unpadded(opened(sealed, openings, 'trial'))).toBe('essai');
  halves.forEach(({ half: each, college }, at) => {
    const made = openings[at] ?? new Uint8Array();
    const holds = (what: 'trial' | 'profile') =>
      holdsOpening(
        made,
        publicHalf(each),
        sealed.point,
        openingContext(campaign_id, college, what),
      );
    expect(holds('trial')).toBe(true);
    expect(holds('profile')).toBe(false);
  });
});

test('a half is known by the manifest', () => {
  const { halves, manifest } = exampleCampaign();
  const [one, other] = manifest.colleges;
  expect(isHalfOf(halves[0]?.half ?? new Uint8Array(), one?.public_half ?? '')).toBe(true);
  expect(isHalfOf(halves[0]?.half ?? new Uint8Array(), other?.public_half ?? '')).toBe(false);
  expect(writeScalar(1n)[0]).toBe(1);
});
