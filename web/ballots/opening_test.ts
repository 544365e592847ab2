// SPDX-License-Identifier: EUPL-1.2
// web/ballots/opening_test.ts
//
// Eleven people answer; both colleges look at the whole set and open it. Then each thing they look at, wrong.
// @vitest-environment node

import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Ballot,
  ballotMessage,
  boundOf,
  drawBallotKey,
  type EnvelopeName,
  envelopes,
  nonceOf,
  postedBallot,
  sealBallot,
} from './ballot.ts';
import { b64, deviceRandom, sha256Hex, unb64 } from './bytes.ts';
import { campaign_id, exampleCampaign } from './example_campaign.ts';
import { drawHalf, openingContext, publicHalf } from './halves.ts';
import { checkManifest, type CheckedManifest } from './manifest.ts';
import {
  type BallotOutside,
  type BallotSet,
  checkOutside,
  checkSet,
  openSet,
  outsideOfPosted,
  receiptOfBallot,
  rootOf,
} from './opening.ts';
import { holdsOpening, opened, unpadded } from './sealing.ts';
import { askToken, finishToken } from './token.ts';

const campaign = exampleCampaign();
let checked: CheckedManifest;
let ballots: Ballot[];
let set: BallotSet;

async function ballotOf(answers: Record<string, unknown>): Promise<Ballot> {
  const key = drawBallotKey(deviceRandom);
  const message = ballotMessage(campaign_id, key.nonce);
  const request = await askToken(checked.tokenKey, message, deviceRandom);
  const signed = unb64(campaign.signBlindly(b64(request.blinded)));
  const token = await finishToken(checked.tokenKey, message, request, signed);
  const profile = { place: 'p3', category: 'c1' };
  return sealBallot(
    campaign.manifest,
    { key, prefix: request.prefix, token, profile, answers },
    deviceRandom,
  );
}

const setOf = (outsides: BallotOutside[]): BallotSet => ({
  root: rootOf(outsides.map(receiptOfBallot)),
  ballots: outsides,
});

beforeAll(async () => {
  checked = await checkManifest(campaign.text, campaign.signatures, { campaign: campaign_id });
  ballots = await Promise.all(
    Array.from({ length: 11 }, (_, at) => ballotOf({ q: `${at}`, mots: 'é' })),
  );
  ballots.sort((one, other) => (receiptOfBallot(one) < receiptOfBallot(other) ? -1 : 1));
  set = setOf(ballots.map((ballot) => outsideOfPosted(checked, ballot)));
}, 60_000);

test('both open the whole set, and read it together', async () => {
  const whole = await checkSet(checked, set);
  for (const envelope of envelopes) {
    const made = await Promise.all(
      campaign.halves.map(({ half, college }) =>
        openSet(half, checked, whole, { college, envelope }, deviceRandom),
      ),
    );
    ballots.forEach((ballot, at) => {
      const point = unb64(ballot[envelope].point);
      const openings = made.map((each) => each[at] ?? new Uint8Array());
      campaign.halves.forEach(({ half, college }, which) => {
        const context = openingContext(campaign_id, college, envelope);
        expect(
          holdsOpening(openings[which] ?? new Uint8Array(), publicHalf(half), point, context),
        ).toBe(true);
      });
      const bound = boundOf(campaign_id, nonceOf(unb64(ballot.key)), envelope);
      const text = unpadded(opened({ point, box: unb64(ballot[envelope].box) }, openings, bound));
      expect(text).toMatch(
        envelope === 'profile'
          ? /^\{"place":"p3","category":"c1"\}$/
          : /^\{"q":"\d+","mots":"é"\}$/,
      );
    });
  }
});

test('only the half that the manifest names opens', async () => {
  const whole = await checkSet(checked, set);
  const which = { college: 'direction', envelope: 'profile' } as const;
  await expect(
    openSet(drawHalf(deviceRandom), checked, whole, which, deviceRandom),
  ).rejects.toThrow('half');
});

test('a set is whole, in order, each once, and large enough', async () => {
  const told: number[] = [];
  await checkSet(checked, set, (done) => void told.push(done));
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  await expect(checkSet(checked, setOf(set.ballots.slice(1)))).rejects.toThrow('too_few');
  await expect(checkSet(checked, { ...set, root: sha256Hex('') })).rejects.toThrow('root');
  await expect(checkSet(checked, setOf([...set.ballots].reverse()))).rejects.toThrow('order');
  const [first] = set.ballots;
  if (first)
    await expect(checkSet(checked, setOf([first, ...set.ballots]))).rejects.toThrow('order');
});

describe('a ballot that is not somebody’s is found', () => {
  const refusedWith = async (
    change: (ballot: BallotOutside, other: BallotOutside) => Partial<BallotOutside>,
    why: string,
  ) => {
    const [ballot, other] = set.ballots;
    if (!ballot || !other) throw new Error('two ballots');
    await expect(checkOutside(checked, { ...ballot, ...change(ballot, other) })).rejects.toThrow(
      why,
    );
  };
  test('its token', () => refusedWith((_, { token, prefix }) => ({ token, prefix }), 'token'));
  test('its prefix', () => refusedWith((_, { prefix }) => ({ prefix }), 'token'));
  test('its key', () => refusedWith((_, { key }) => ({ key }), 'token'));
  test('its signature', () => refusedWith((_, { signature }) => ({ signature }), 'signature'));
  test('an envelope of somebody else', () =>
    refusedWith((_, { answers }) => ({ answers }), 'signature'));
  test('another box', () =>
    refusedWith(
      ({ profile }) => ({ profile: { ...profile, digest: sha256Hex('') } }),
      'signature',
    ));

  test('somebody else’s point, signed anew', async () => {
    const stolen = ballots[0];
    if (!stolen) throw new Error('a ballot');
    const { signedBallot, outsideOf } = await import('./ballot.ts');
    const { sign } = await import('./group.ts');
    const key = drawBallotKey(deviceRandom);
    const message = ballotMessage(campaign_id, key.nonce);
    const request = await askToken(checked.tokenKey, message, deviceRandom);
    const signature = unb64(campaign.signBlindly(b64(request.blinded)));
    const token = await finishToken(checked.tokenKey, message, request, signature);
    const { profile, answers } = outsideOfPosted(checked, stolen);
    const outsides = [profile, answers].map(({ point, proof, digest }) =>
      outsideOf({ point: unb64(point), proof: unb64(proof) }, digest),
    );
    const copied: BallotOutside = {
      key: b64(key.key),
      prefix: b64(request.prefix),
      token: b64(token),
      profile,
      answers,
      signature: b64(sign(signedBallot(campaign_id, key.nonce, outsides), key)),
    };
    await expect(checkOutside(checked, copied)).rejects.toThrow('proof of profile');
  });

  test.each<EnvelopeName>(['profile', 'answers'])('a box of another size: %s', (name) => {
    const ballot = ballots[0];
    if (!ballot) throw new Error('a ballot');
    const longer = { ...ballot, [name]: { ...ballot[name], box: b64(new Uint8Array(100)) } };
    expect(() => outsideOfPosted(checked, longer)).toThrow(`size of ${name}`);
  });
});

test('what is posted is the ballot, to the byte, and what everybody adds', () => {
  const text = JSON.stringify(ballots[0]);
  const posted = postedBallot(text, campaign.enough);
  expect(posted.startsWith(text.slice(0, -1))).toBe(true);
  expect(JSON.parse(posted)).toEqual({ ...ballots[0], enough: campaign.enough });
});

test('two ballots of the same words have nothing alike but their place and campaign', () => {
  const [one, other] = ballots;
  expect(one?.answers.box.length).toBe(other?.answers.box.length);
  expect(one?.answers.point).not.toBe(other?.answers.point);
});
