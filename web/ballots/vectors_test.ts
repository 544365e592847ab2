// SPDX-License-Identifier: EUPL-1.2
// web/ballots/vectors_test.ts
//
// What the program computed of the same draws (tests/vectors/ballots.json, written by it): every byte must be the same
// here.
// @vitest-environment node

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Ballot,
  ballotKeyOf,
  boundOf,
  envelopes,
  outsideOf,
  profileText,
  receiptOf,
  signedBallot,
} from './ballot.ts';
import { b64, concat, hex, sha256Hex, unb64, unhex, utf8 } from './bytes.ts';
import { readScalar, sign } from './group.ts';
import { commitmentOf, publicHalf, signingKey } from './halves.ts';
import { checkEnough } from './manifest.ts';
import type { Manifest } from './manifest_shape.ts';
import { checkOutside, outsideOfPosted } from './opening.ts';
import {
  handedIn,
  holdsOpening,
  holdsPossession,
  jointKey,
  opened,
  opening,
  possession,
  sealWith,
  unpadded,
} from './sealing.ts';
import { join, readSheet, sheetText, splitWith } from './sheets.ts';
import { tokenKey } from './token.ts';

interface Vectors {
  joint: Record<'half_one' | 'half_two' | 'public_one' | 'public_two' | 'joint', string>;
  possession: Record<'context' | 'scalar' | 'draw' | 'point' | 'proof', string>[];
  equality: Record<'context' | 'scalar' | 'draw' | 'sealed_point' | 'opened' | 'proof', string>[];
  seal: Record<
    'joint' | 'draw' | 'text' | 'bound' | 'point' | 'box' | 'proof_draw' | 'proof',
    string
  >[];
  signing: Record<'scalar' | 'seed' | 'key', string>[];
  sheets: { scalar: string; slope: string; texts: string[] }[];
  commitment: Record<'campaign' | 'college' | 'scalar' | 'proof' | 'commitment', string>[];
  ballot: (Pick<Manifest, 'campaign' | 'token_key' | 'guichet_key' | 'joint_key' | 'sizes'> & {
    seed: string;
    profile_text: string;
    answers_text: string;
    nonce: string;
    receipt: string;
    signed: string;
    submission: Ballot & { enough: string };
  })[];
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
      const context = handedIn(each.bound, sha256Hex(made.box));
      const proof = possession(scalar(each.draw), context, scalar(each.proof_draw));
      expect(hex(proof)).toBe(each.proof);
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

  test('on a whole ballot', async () => {
    expect(vectors.ballot.length).toBeGreaterThan(0);
    for (const each of vectors.ballot) {
      const { enough, ...ballot } = each.submission;
      // What a ballot needs of a manifest.
      const manifest = each as unknown as Manifest;
      const checked = { manifest, hash: '', tokenKey: await tokenKey(unb64(each.token_key)) };
      const outside = outsideOfPosted(checked, ballot);
      await checkOutside(checked, outside);
      checkEnough(manifest, enough);

      const key = ballotKeyOf(unhex(each.seed));
      expect([b64(key.key), key.nonce]).toEqual([ballot.key, each.nonce]);
      expect(receiptOf(key.nonce)).toBe(each.receipt);
      const outsides = envelopes.map((name) =>
        outsideOf(
          { point: unb64(ballot[name].point), proof: unb64(ballot[name].proof) },
          outside[name].digest,
        ),
      );
      const signed = signedBallot(each.campaign, key.nonce, outsides);
      expect(new TextDecoder().decode(signed)).toBe(each.signed);
      expect(b64(sign(signed, key))).toBe(ballot.signature);
      expect(profileText(JSON.parse(each.profile_text))).toBe(each.profile_text);

      const { half_one, half_two, joint } = vectors.joint;
      expect(hex(unb64(each.joint_key))).toBe(joint);
      for (const name of envelopes) {
        const [point, box] = [unb64(ballot[name].point), unb64(ballot[name].box)];
        const openings = [half_one, half_two].map((half) => opening(scalar(half), point, '', 1n));
        const text = unpadded(
          opened({ point, box }, openings, boundOf(each.campaign, key.nonce, name)),
        );
        expect(text).toBe(each[`${name}_text`]);
      }
    }
  });
});

test.skipIf(existsSync(file))('the vectors are not there yet', () => {
  expect(concat()).toHaveLength(0);
});
