// SPDX-License-Identifier: EUPL-1.2
// web/ballots/token.ts
//
// The token that the guichet signs without seeing it: RFC 9474, RSABSSA-SHA384-PSS-Randomized, RSA-3072 (docs/anonymity.md,
// section 4). The browser checks signatures; blind.ts blinds.

import { blind, isFactor, type Modulus, modulusOf, salt_bytes, unblind } from './blind.ts';
import { b64, type Bytes, concat, drawn, type Random, unb64, utf8, wipe } from './bytes.ts';
import { Refused } from './refused.ts';

export const prefix_bytes = 32;
const modulus_bits = 3072;
export const token_bytes = modulus_bits / 8;
const scheme = { name: 'RSA-PSS', saltLength: salt_bytes };
/** 65537, as base64url. */
const exponent = 'AQAB';

export function tokenMessage(campaign: string, nonce: string): Bytes {
  return utf8(`etabli.token.1:${campaign}:${nonce}`);
}

/** Only a key like everybody's: 3072 bits, exponent 65537. */
export async function tokenKey(spki: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle
    .importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])
    .catch(() => {
      throw new Refused('token_key', 'not an RSA public key');
    });
  const { n, e } = await crypto.subtle.exportKey('jwk', key);
  const again = new Uint8Array(await crypto.subtle.exportKey('spki', key));
  const { modulusLength } = key.algorithm as RsaHashedKeyAlgorithm;
  if (
    modulusLength !== modulus_bits ||
    e !== exponent ||
    n === undefined ||
    b64(again) !== b64(spki)
  )
    throw new Refused('token_key', 'an RSA key unlike the others');
  return key;
}

/** Kept until the guichet has answered: the same blinded message may be sent again, another one not. */
export interface TokenRequest {
  /** The 32 random bytes before the message. */
  prefix: Bytes;
  blinded: Bytes;
  inverse: Bytes;
}

export async function askToken(
  key: CryptoKey,
  message: Bytes,
  random: Random,
): Promise<TokenRequest> {
  const modulus = await modulusIn(key);
  const prefix = drawn(prefix_bytes, random);
  const salt = drawn(salt_bytes, random);
  let factor = drawn(token_bytes, random);
  while (!isFactor(modulus, factor)) factor = drawn(token_bytes, random);
  const made = blind(modulus, concat(prefix, message), { salt, factor });
  wipe(factor, salt);
  return { prefix, ...made };
}

/** Verified: what comes back is a token of this key, or nothing. */
export async function finishToken(
  key: CryptoKey,
  message: Bytes,
  { prefix, inverse }: TokenRequest,
  blindSignature: Bytes,
): Promise<Bytes> {
  const token = unblind(await modulusIn(key), blindSignature, inverse);
  if (!(await isToken(key, message, prefix, token))) throw new Refused('token');
  return token;
}

export async function isToken(
  key: CryptoKey,
  message: Bytes,
  prefix: Bytes,
  token: Bytes,
): Promise<boolean> {
  return (
    prefix.length === prefix_bytes &&
    token.length === token_bytes &&
    (await crypto.subtle.verify(scheme, key, token, concat(prefix, message)))
  );
}

async function modulusIn(key: CryptoKey): Promise<Modulus> {
  const { n } = await crypto.subtle.exportKey('jwk', key);
  return modulusOf(unb64(n ?? ''));
}
