// SPDX-License-Identifier: EUPL-1.2
// web/ballots/vectors_test.ts
//
// What the program computed of the same draws (tests/vectors/ballots.json, written by it): every byte must be the same
// here.
// @vitest-environment node

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { concat, hex, sha256Hex, unb64, unhex, utf8 } from './bytes.ts';
import { readScalar } from './group.ts';
import { commitmentOf, publicHalf, signingKey } from './halves.ts';
import { readManifest } from './manifest_shape.ts';
import { checkOutside, outsideOfPosted } from './opening.ts';
import {
  holdsOpening,
  holdsPossession,
  jointKey,
  opened,
  opening,
  possession,
  sealWith,
} from './sealing.ts';
import { join, readSheet, sheetText, splitWith } from './sheets.ts';
import { tokenKey } from './token.ts';

interface Vectors {
  joint: Record<'half_one' | 'half_two' | 'public_one' | 'public_two' | 'joint', string>;
  possession: Record<'context' | 'scalar' | 'draw' | 'point' | 'proof', string>[];
  equality: Record<'context' | 'scalar' | 'draw' | 'sealed_point' | 'opened' | 'proof', string>[];
  seal: Record<'joint' | 'draw' | 'text' | 'bound' | 'point' | 'box', string>[];
  signing: Record<'scalar' | 'seed' | 'key', string>[];
  sheets: { scalar: string; slope: string; texts: string[] }[];
  commitment: Record<'campaign' | 'college' | 'scalar' | 'proof' | 'commitment', string>[];
  ballot?: { manifest: string; ballot?: string };
}

const file = `${import.meta.dirname}/../../tests/vectors/ballots.json`;
const scalar = (text: string) => readScalar(unhex(text));

describe.runIf(existsSync(file))('the program and the page agree', () => {
  const vectors = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Vectors;

  test('on the joint key', () => {
    const { half_one, half_two, public_one, public_two, joint } = vectors.joint;
    expect(hex(publicHalf(unhex(half_one)))).toBe(public_one);
    expect(hex(publicHalf(unhex(half_two)))).toBe(public_two);
    expect(hex(jointKey([unhex(public_one), unhex(public_two)]))).toBe(joint);
  });

  test('on proofs of possession', () => {
    expect(vectors.possession.length).toBeGreaterThan(0);
    for (const each of vectors.possession) {
      const proof = possession(scalar(each.scalar), each.context, scalar(each.draw));
      expect(hex(proof)).toBe(each.proof);
      expect(hex(publicHalf(unhex(each.scalar)))).toBe(each.point);
      expect(holdsPossession(unhex(each.proof), unhex(each.point), each.context)).toBe(true);
    }
  });

  test('on openings', () => {
    expect(vectors.equality.length).toBeGreaterThan(0);
    for (const each of vectors.equality) {
      const sealed = unhex(each.sealed_point);
      const whole = each.opened + each.proof;
      const made = opening(scalar(each.scalar), sealed, each.context, scalar(each.draw));
      expect(hex(made)).toBe(whole);
      const open = publicHalf(unhex(each.scalar));
      expect(holdsOpening(unhex(whole), open, sealed, each.context)).toBe(true);
    }
  });

  test('on what is sealed', () => {
    expect(vectors.seal.length).toBeGreaterThan(0);
    for (const each of vectors.seal) {
      const made = sealWith(unhex(each.joint), utf8(each.text), each.bound, scalar(each.draw));
      expect([hex(made.point), hex(made.box)]).toEqual([each.point, each.box]);
      const { half_one, half_two, joint } = vectors.joint;
      if (each.joint !== joint) continue;
      const openings = [half_one, half_two].map((half) =>
        opening(scalar(half), made.point, '', scalar(each.draw)),
      );
      expect(new TextDecoder().decode(opened(made, openings, each.bound))).toBe(each.text);
    }
  });

  test('on signing keys', () => {
    expect(vectors.signing.length).toBeGreaterThan(0);
    for (const each of vectors.signing) {
      const { seed, key } = signingKey(unhex(each.scalar));
      expect([hex(seed), hex(key)]).toEqual([each.seed, each.key]);
    }
  });

  test('on sheets', () => {
    expect(vectors.sheets.length).toBeGreaterThan(0);
    for (const each of vectors.sheets) {
      const sheets = splitWith(unhex(each.scalar), scalar(each.slope));
      expect(sheets.map(sheetText)).toEqual(each.texts);
      const [first = '', , third = ''] = each.texts;
      expect(hex(join(readSheet(first), readSheet(third)))).toBe(each.scalar);
    }
  });

  test('on commitments', () => {
    expect(vectors.commitment.length).toBeGreaterThan(0);
    for (const { campaign, college, scalar: half, proof, commitment } of vectors.commitment) {
      const values = {
        publicHalf: publicHalf(unhex(half)),
        signingKey: signingKey(unhex(half)).key,
        proof: unhex(proof),
      };
      expect(commitmentOf(values, campaign, college as 'direction')).toBe(commitment);
    }
  });

  test('on a manifest, and on a ballot', async () => {
    if (vectors.ballot === undefined) return;
    const manifest = readManifest(vectors.ballot.manifest);
    const key = await tokenKey(unb64(manifest.token_key));
    if (vectors.ballot.ballot === undefined) return;
    const hash = sha256Hex(vectors.ballot.manifest);
    const checked = { manifest, hash, tokenKey: key };
    await checkOutside(checked, outsideOfPosted(checked, JSON.parse(vectors.ballot.ballot)));
  });
});

test.skipIf(existsSync(file))('the vectors are not there yet', () => {
  expect(concat()).toHaveLength(0);
});
