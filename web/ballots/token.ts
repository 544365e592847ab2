// SPDX-License-Identifier: EUPL-1.2
// web/ballots/token.ts
//
// The token that the guichet signs without seeing it: RFC 9474, RSABSSA-SHA384-PSS-Randomized, RSA-3072 (docs/anonymity.md,
// section 4). Salt and blinding factor are drawn by the library, from the device.

import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { b64, type Bytes, concat, drawn, type Random, utf8 } from './bytes.ts';
import { Refused } from './refused.ts';

const suite = RSABSSA.SHA384.PSS.Randomized();
export const prefix_bytes = 32;
const modulus_bits = 3072;
export const token_bytes = modulus_bits / 8;
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
  const prefix = drawn(prefix_bytes, random);
  const { blindedMsg, inv } = await suite.blind(key, concat(prefix, message));
  return { prefix, blinded: new Uint8Array(blindedMsg), inverse: new Uint8Array(inv) };
}

/** Verified: what comes back is a token of this key, or nothing. */
export async function finishToken(
  key: CryptoKey,
  message: Bytes,
  { prefix, inverse }: TokenRequest,
  blindSignature: Bytes,
): Promise<Bytes> {
  const prepared = concat(prefix, message);
  try {
    return new Uint8Array(await suite.finalize(key, prepared, blindSignature, inverse));
  } catch {
    throw new Refused('token');
  }
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
    (await suite.verify(key, token, concat(prefix, message)))
  );
}
