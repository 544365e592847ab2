// SPDX-License-Identifier: EUPL-1.2
// web/ballots/sealing_test.ts
// @vitest-environment node

import { describe, expect, test } from 'vitest';
import { concat, deviceRandom, type Bytes, utf8 } from './bytes.ts';
import {
  base,
  drawScalar,
  order,
  readPoint,
  readScalar,
  times,
  writePoint,
  writeScalar,
} from './group.ts';
import {
  holdsOpening,
  holdsPossession,
  jointKey,
  opened,
  opening,
  padded,
  possession,
  seal,
  unpadded,
} from './sealing.ts';

const drawn = () => drawScalar(deviceRandom);
const pointOf = (scalar: bigint) => writePoint(times(base, scalar));
const altered = (bytes: Bytes, at: number): Bytes =>
  bytes.map((byte, each) => (each === at ? byte ^ 1 : byte));

describe('what stands for a number or a point', () => {
  test('a scalar is below the order', () => {
    expect(readScalar(writeScalar(order - 1n))).toBe(order - 1n);
    expect(() => readScalar(writeScalar(order))).toThrow('scalar');
    expect(() => readScalar(new Uint8Array(31))).toThrow('scalar');
  });
  test('a point is valid, and not the neutral one', () => {
    expect(() => readPoint(new Uint8Array(32))).toThrow('neutral');
    expect(() => readPoint(new Uint8Array(32).fill(255))).toThrow('point');
    expect(() => readPoint(new Uint8Array(31))).toThrow('point');
  });
});

describe('a proof of possession', () => {
  const secret = drawn();
  const point = pointOf(secret);
  const proof = possession(secret, 'here', drawn());
  test('holds', () => expect(holdsPossession(proof, point, 'here')).toBe(true));
  test('is of one context', () => expect(holdsPossession(proof, point, 'there')).toBe(false));
  test('is of one point', () =>
    expect(holdsPossession(proof, pointOf(drawn()), 'here')).toBe(false));
  test('is not of the neutral point', () =>
    expect(holdsPossession(proof, new Uint8Array(32), 'here')).toBe(false));
  test.each([0, 31, 32, 63])('breaks at byte %i', (at) =>
    expect(holdsPossession(altered(proof, at), point, 'here')).toBe(false),
  );
  test('is not of zeros', () => {
    expect(holdsPossession(new Uint8Array(64), point, 'here')).toBe(false);
    expect(holdsPossession(proof.slice(1), point, 'here')).toBe(false);
  });
  test('is not written twice', () => {
    const more = writeScalar(readScalar(proof.slice(32)));
    const over = BigInt(`0x${Buffer.from(more).reverse().toString('hex')}`) + order;
    const spelt = concat(proof.slice(0, 32), writeScalar(over));
    expect(holdsPossession(spelt, point, 'here')).toBe(false);
  });
});

describe('an opening', () => {
  const half = drawn();
  const open = pointOf(half);
  const sealed = pointOf(drawn());
  const made = opening(half, sealed, 'here', drawn());
  test('holds', () => expect(holdsOpening(made, open, sealed, 'here')).toBe(true));
  test('is of one context', () => expect(holdsOpening(made, open, sealed, 'there')).toBe(false));
  test('is of one half', () =>
    expect(holdsOpening(made, pointOf(drawn()), sealed, 'here')).toBe(false));
  test('is of one sealed point', () =>
    expect(holdsOpening(made, open, pointOf(drawn()), 'here')).toBe(false));
  test.each([32, 64, 95])('breaks at byte %i', (at) =>
    expect(holdsOpening(altered(made, at), open, sealed, 'here')).toBe(false),
  );
  test('of another point does not pass', () => {
    const other = concat(pointOf(drawn()), made.slice(32));
    expect(holdsOpening(other, open, sealed, 'here')).toBe(false);
  });
});

describe('what is sealed', () => {
  const halves = [drawn(), drawn()];
  const joint = jointKey(halves.map(pointOf));
  const text = padded('{"place":"p3"}', 64);
  const sealed = seal(joint, text, 'bound', deviceRandom);
  const openings = halves.map((half) => opening(half, sealed.point, 'c', drawn()));

  test('is opened by both together', () => {
    expect(unpadded(opened(sealed, openings, 'bound'))).toBe('{"place":"p3"}');
  });
  test('is opened by none alone', () => {
    for (const each of openings) expect(() => opened(sealed, [each], 'bound')).toThrow('box');
  });
  test('is bound', () => expect(() => opened(sealed, openings, 'other')).toThrow('box'));
  test('is not altered', () => {
    expect(() => opened({ ...sealed, box: altered(sealed.box, 3) }, openings, 'bound')).toThrow(
      'box',
    );
  });
  test('is handed in by whoever made it', async () => {
    const { handedIn } = await import('./sealing.ts');
    const { sha256Hex } = await import('./bytes.ts');
    expect(
      holdsPossession(sealed.proof, sealed.point, handedIn('bound', sha256Hex(sealed.box))),
    ).toBe(true);
    expect(
      holdsPossession(sealed.proof, sealed.point, handedIn('copied', sha256Hex(sealed.box))),
    ).toBe(false);
  });
  test('is as long whatever is in it', () => {
    expect(seal(joint, padded('é', 64), 'bound', deviceRandom).box.length).toBe(sealed.box.length);
  });
  test('fits, or is refused', () => {
    expect(padded('a'.repeat(63), 64)).toHaveLength(64);
    expect(() => padded('a'.repeat(64), 64)).toThrow('too_long');
    expect(() => padded('é'.repeat(32), 64)).toThrow('too_long');
    expect(() => unpadded(utf8('no mark'))).toThrow('not padded');
    expect(() => unpadded(new Uint8Array(8))).toThrow('not padded');
  });
  test('is sealed to a sum that is a key', () => {
    const half = drawn();
    expect(() => jointKey([pointOf(half), pointOf(order - half)])).toThrow('undo');
  });
});
