// SPDX-License-Identifier: EUPL-1.2
// web/ballots/manifest.ts
//
// What everybody of a campaign is told alike (docs/anonymity.md, section 3). Read and checked before anything is asked
// of anybody: the link's hash, each college's signature, the keys, and that everything it names is there.

import { b64, type Bytes, sha256Hex, unb64, utf8 } from './bytes.ts';
import { isSigned } from './group.ts';
import { type Manifest, readManifest } from './manifest_shape.ts';
import { Refused } from './refused.ts';
import { jointKey } from './sealing.ts';
import { tokenKey } from './token.ts';

/** Of the hash, in the link. */
export const hash_length = 32;

export interface CollegeSignature {
  college: string;
  signature: string;
}

export interface CheckedManifest {
  manifest: Manifest;
  /** hash(manifest): hex SHA-256 of its bytes as served. */
  hash: string;
  tokenKey: CryptoKey;
}

interface Expected {
  campaign: string;
  /** Of the link; without one, the person compares. */
  hash32?: string | undefined;
}

export async function checkManifest(
  text: string,
  signatures: readonly CollegeSignature[],
  { campaign, hash32 }: Expected,
): Promise<CheckedManifest> {
  const hash = sha256Hex(text);
  if (hash32 !== undefined && (hash32.length !== hash_length || !hash.startsWith(hash32)))
    throw new Refused('hash');
  const manifest = readManifest(text);
  if (manifest.campaign !== campaign) throw new Refused('hash', 'of another campaign');
  for (const { college, signing_key } of manifest.colleges) {
    const signature = signatures.find((each) => each.college === college)?.signature;
    if (
      signature === undefined ||
      !isSigned(signedManifest(hash), unb64(signature), unb64(signing_key))
    )
      throw new Refused('signature', college);
  }
  checkJointKey(manifest);
  return { manifest, hash, tokenKey: await tokenKey(unb64(manifest.token_key)) };
}

/** What a college signs of a manifest. */
export function signedManifest(hash: string): Bytes {
  return utf8(`etabli.manifest.1:${hash}`);
}

export function checkJointKey({ colleges, joint_key }: Manifest): void {
  const joint = jointKey(colleges.map(({ public_half }) => unb64(public_half)));
  if (b64(joint) !== joint_key) throw new Refused('joint_key');
}

/** The questionnaire that was signed, and no other. */
export function checkInstrument({ instrument }: Manifest, text: string): void {
  if (sha256Hex(text) !== instrument.sha256) throw new Refused('instrument');
}

/** That k tokens were issued, as the guichet says; the same words for everybody. */
export function checkEnough({ campaign, guichet_key }: Manifest, enough: string): void {
  const said = utf8(`etabli.enough.1:${campaign}`);
  if (!isSigned(said, unb64(enough), unb64(guichet_key))) throw new Refused('token', 'enough');
}

export interface OfferedPlace {
  code: string;
  name: string;
  /** The names above it, without the establishment; the nearest last. */
  within: readonly string[];
  categories: Manifest['categories'];
}

/** What people choose from, in the manifest's order. */
export function offeredPlaces({ places, offered, categories }: Manifest): OfferedPlace[] {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const namesAbove = (code: string | null): string[] => {
    const place = code === null ? undefined : byCode.get(code);
    return place?.parent == null ? [] : [...namesAbove(place.parent), place.name];
  };
  return places
    .filter(({ code }) => Object.hasOwn(offered, code))
    .map(({ code, name, parent }) => ({
      code,
      name,
      within: namesAbove(parent),
      categories: categories.filter((each) => offered[code]?.includes(each.code)),
    }));
}
