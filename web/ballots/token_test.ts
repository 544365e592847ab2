// SPDX-License-Identifier: EUPL-1.2
// web/ballots/token_test.ts
// @vitest-environment node

import { expect, test } from 'vitest';
import { b64, type Bytes, deviceRandom, unb64 } from './bytes.ts';
import { campaign_id, exampleCampaign } from './example_campaign.ts';
import { askToken, finishToken, isToken, tokenKey, tokenMessage } from './token.ts';

const campaign = exampleCampaign();
const key = await tokenKey(unb64(campaign.manifest.token_key));
const message = tokenMessage(campaign_id, 'ab'.repeat(32));
const sent = (blinded: Bytes) => unb64(campaign.signBlindly(b64(blinded)));

test('a token is signed blindly, and verified', async () => {
  const request = await askToken(key, message, deviceRandom);
  const token = await finishToken(key, message, request, sent(request.blinded));
  expect(await isToken(key, message, request.prefix, token)).toBe(true);
  expect(
    await isToken(key, tokenMessage(campaign_id, 'cd'.repeat(32)), request.prefix, token),
  ).toBe(false);
  expect(await isToken(key, message, new Uint8Array(32), token)).toBe(false);
  expect(await isToken(key, message, request.prefix.slice(1), token)).toBe(false);
});

test('where the prefix ends is not for whoever reads to choose', async () => {
  const request = await askToken(key, message, deviceRandom);
  const token = await finishToken(key, message, request, sent(request.blinded));
  const longer = new Uint8Array([...request.prefix, ...message.slice(0, 1)]);
  expect(await isToken(key, message.slice(1), longer, token)).toBe(false);
});

test('the same request is finished again with the same token', async () => {
  const request = await askToken(key, message, deviceRandom);
  const [one, other] = await Promise.all(
    [1, 2].map(() => finishToken(key, message, request, sent(request.blinded))),
  );
  expect(one).toEqual(other);
});

test('two requests of one message share nothing', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => askToken(key, message, deviceRandom)));
  expect(one?.blinded).not.toEqual(other?.blinded);
});

test('what is no signature of this message is refused', async () => {
  const request = await askToken(key, message, deviceRandom);
  const other = await askToken(key, message, deviceRandom);
  await expect(finishToken(key, message, request, sent(other.blinded))).rejects.toThrow('token');
  await expect(finishToken(key, message, request, new Uint8Array(384))).rejects.toThrow('token');
  await expect(finishToken(key, message, request, new Uint8Array(3))).rejects.toMatchObject({
    code: 'token',
  });
});

test.each([
  { bits: 2048, exponent: 65537 },
  { bits: 3072, exponent: 3 },
  { bits: 4096, exponent: 65537 },
])('a key unlike the others is refused: %o', async (rsa) => {
  const special = exampleCampaign({ rsa }).manifest.token_key;
  await expect(tokenKey(unb64(special))).rejects.toThrow('unlike');
});

test('what is no key is refused', async () => {
  await expect(tokenKey(new Uint8Array(10))).rejects.toThrow('not an RSA');
  const doubled = new Uint8Array([...unb64(campaign.manifest.token_key), 0]);
  await expect(tokenKey(doubled)).rejects.toMatchObject({ code: 'token_key' });
});
