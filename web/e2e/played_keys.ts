// SPDX-License-Identifier: EUPL-1.2
// web/e2e/played_keys.ts
//
// The other college, and the counter, as played: a real half, a real signature, a real set of sealed answers. What the browser
// sends is held to docs/anonymity.md.

import {
  b64,
  type BallotSet,
  ballotMessage,
  checkManifest,
  type CollegeSignature,
  deviceRandom,
  drawBallotKey,
  drawHalf,
  holdsOpening,
  openingContext,
  outsideOfPosted,
  publicHalf,
  receiptOfBallot,
  revealOf,
  rootOf,
  sealBallot,
  sha256Hex,
  signingKey,
  signManifest,
  unb64,
} from '#ballots';
import { campaign_id, type ExampleCampaign, exampleCampaign } from '../ballots/example_campaign.ts';
import { boundOf } from '../ballots/ballot.ts';
import { jointKey, opening_bytes, padded, seal } from '../ballots/sealing.ts';
import { askToken, finishToken } from '../ballots/token.ts';

const reveals = new Map<Uint8Array, ReturnType<typeof revealOf>>();

/** Proved once: what is announced is what is shown. */
function otherReveal(half: Uint8Array, campaign: string) {
  const made = reveals.get(half) ?? revealOf(half, campaign, 'staff_representatives', deviceRandom);
  reveals.set(half, made);
  return made;
}

export type PlayedKeys = ReturnType<typeof playedKeys>;

export function playedKeys() {
  const example = exampleCampaign();
  const ours = drawHalf(deviceRandom);
  let text = '';
  let theirs = '';
  let joint = '';
  let point = '';
  let signature = '';
  let set: BallotSet = { root: '', ballots: [] };
  const held: boolean[] = [];
  return {
    reveal(public_half: string, signing_key: string) {
      theirs = public_half;
      joint = b64(jointKey([unb64(public_half), publicHalf(ours)]));
      const [first, second] = example.manifest.colleges;
      text = JSON.stringify({
        ...example.manifest,
        colleges: [
          { ...first, public_half, signing_key },
          { ...second, public_half: b64(publicHalf(ours)), signing_key: b64(signingKey(ours).key) },
        ],
        joint_key: joint,
      });
    },
    hash: () => sha256Hex(text),
    /** What the other college announces, then shows, of that campaign. */
    other(campaign: string) {
      const { publicHalf: open, signingKey: key, proof, commitment } = otherReveal(ours, campaign);
      return {
        commitment,
        public_half: b64(open),
        signing_key: b64(key),
        proof: b64(proof),
      };
    },
    sign(given: string) {
      signature = given;
    },
    counter: (stage: string) => ({
      manifest: text,
      signatures: [
        { college: 'direction', signature },
        {
          college: 'staff_representatives',
          signature: b64(signManifest(ours, sha256Hex(text))),
        },
      ],
      instrument: '{}',
      stage,
      enough: null,
    }),
    trial() {
      const nonce = sha256Hex('trial');
      const bound = boundOf(campaign_id, nonce, 'trial');
      const sealed = seal(unb64(joint), padded('essai', 64), bound, deviceRandom);
      point = b64(sealed.point);
      return { bound, point, proof: b64(sealed.proof), box: b64(sealed.box) };
    },
    /** Whether each opening that was sent holds. */
    held,
    openTrial(opening: string) {
      const context = openingContext(campaign_id, 'direction', 'trial');
      held.push(holdsOpening(unb64(opening), unb64(theirs), unb64(point), context));
    },
    /** So many people answer. */
    async answer(count: number) {
      set = await answered(example, this.counter('closed'), count);
    },
    ballots: () => set,
    holdsOpenings(envelope: 'profile' | 'answers', openings: string): boolean {
      return areOpened(set, envelope, openings, theirs);
    },
  };
}

/** So many ballots, each with a token that was really signed blindly, in the order of their receipts. */
async function answered(
  example: ExampleCampaign,
  { manifest, signatures }: { manifest: string; signatures: readonly CollegeSignature[] },
  count: number,
): Promise<BallotSet> {
  const checked = await checkManifest(manifest, signatures, { campaign: campaign_id });
  const outsides = await Promise.all(
    Array.from({ length: count }, async () => {
      const key = drawBallotKey(deviceRandom);
      const message = ballotMessage(campaign_id, key.nonce);
      const asked = await askToken(checked.tokenKey, message, deviceRandom);
      const signed = unb64(example.signBlindly(b64(asked.blinded)));
      const token = await finishToken(checked.tokenKey, message, asked, signed);
      const contents = { key, prefix: asked.prefix, token, profile: { place: 'p2' } };
      const ballot = sealBallot(checked.manifest, { ...contents, answers: {} }, deviceRandom);
      return outsideOfPosted(checked, ballot);
    }),
  );
  outsides.sort((one, other) => (receiptOfBallot(one) < receiptOfBallot(other) ? -1 : 1));
  return { root: rootOf(outsides.map(receiptOfBallot)), ballots: outsides };
}

/** Whether each of the set, in its order, was opened by that half. */
function areOpened(
  set: BallotSet,
  envelope: 'profile' | 'answers',
  openings: string,
  half: string,
): boolean {
  const bytes = unb64(openings);
  const context = openingContext(campaign_id, 'direction', envelope);
  return (
    bytes.length === opening_bytes * set.ballots.length &&
    set.ballots.every((ballot, at) => {
      const opening = bytes.slice(opening_bytes * at, opening_bytes * (at + 1));
      return holdsOpening(opening, unb64(half), unb64(ballot[envelope].point), context);
    })
  );
}
