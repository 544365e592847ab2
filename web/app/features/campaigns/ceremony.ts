// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/ceremony.ts
//
// What a college does with its half of the key, in this browser: drawn, kept on this device if one wants, split on three sheets,
// used to sign and to open. The arithmetic is in web/ballots, fetched only when somebody comes to this (docs/anonymity.md, 7).

import type { BallotSet, CheckedManifest, Manifest, RefusedCode } from '#ballots';
import type { Counter, Envelope, HalfState, Holder, Trial } from './types.ts';

const ballots = () => import('./arithmetic.ts');

/** A half as it is kept: texts, so that a browser can keep it. The sheets are drawn once: two of two drawings give nothing. */
export interface Half {
  half: string;
  sheets: readonly string[];
  public_half: string;
  signing_key: string;
  proof: string;
  commitment: string;
  /** The person said that the three sheets lie in three places. */
  areSheetsAway: boolean;
}

export async function drawHalf(campaign: string, college: Holder): Promise<Half> {
  const { b64, deviceRandom, drawHalf: draw, revealOf, sheetText, split, wipe } = await ballots();
  const half = draw(deviceRandom);
  const reveal = revealOf(half, campaign, college, deviceRandom);
  const drawn = {
    half: b64(half),
    sheets: split(half, deviceRandom).map(sheetText),
    public_half: b64(reveal.publicHalf),
    signing_key: b64(reveal.signingKey),
    proof: b64(reveal.proof),
    commitment: reveal.commitment,
    areSheetsAway: false,
  };
  wipe(half);
  return drawn;
}

/** From two sheets typed again. That it is this campaign's half only the manifest says. */
export async function halfFromSheets(one: string, other: string): Promise<string> {
  const { b64, join, readSheet } = await ballots();
  return b64(join(readSheet(one), readSheet(other)));
}

export interface ReadManifest {
  manifest: Manifest;
  hash: string;
}

/** Before it is signed by anybody: its bytes hashed here, its joint key added up here. */
export async function readManifest(text: string): Promise<ReadManifest> {
  const { checkJointKey, sha256Hex } = await ballots();
  const manifest = JSON.parse(text) as Manifest;
  checkJointKey(manifest);
  return { manifest, hash: sha256Hex(text) };
}

export async function isOurHalf(
  half: string,
  manifest: Manifest,
  college: Holder,
): Promise<boolean> {
  const { isHalfOf, unb64 } = await ballots();
  const held = manifest.colleges.find((each) => each.college === college);
  return held !== undefined && isHalfOf(unb64(half), held.public_half);
}

/** Each college announced its half before either showed one, and holds it; the manifest names these and no others. */
export async function areHalvesProved(
  halves: readonly HalfState[],
  campaign: string,
  manifest: Manifest,
): Promise<boolean> {
  const { holdsReveal, unb64 } = await ballots();
  return halves.every(({ college, commitment, public_half, signing_key, proof }) => {
    const named = manifest.colleges.find((each) => each.college === college);
    if (!commitment || !public_half || !signing_key || !proof) return false;
    const reveal = {
      publicHalf: unb64(public_half),
      signingKey: unb64(signing_key),
      proof: unb64(proof),
      commitment,
    };
    return (
      named?.public_half === public_half &&
      named.signing_key === signing_key &&
      holdsReveal(reveal, campaign, college)
    );
  });
}

export async function signManifest(half: string, hash: string): Promise<string> {
  const { b64, signManifest: sign, unb64 } = await ballots();
  return b64(sign(unb64(half), hash));
}

/** The text is hashed here: what is signed is what was read. */
export async function signMask(half: string, campaign: string, text: string): Promise<string> {
  const { b64, signMask: sign, unb64 } = await ballots();
  return b64(sign(unb64(half), campaign, text));
}

export async function hashOf(text: string): Promise<string> {
  return (await ballots()).sha256Hex(text);
}

interface Opening {
  campaign: string;
  college: Holder;
}

/** Nothing is opened but what calls itself a trial, and was sealed by whoever handed it in. */
export async function openTrial(
  half: string,
  trial: Trial,
  { campaign, college }: Opening,
): Promise<string> {
  const { b64, deviceRandom, holdsPossession, openTrial: open, ...rest } = await ballots();
  const { Refused, sha256Hex, unb64 } = rest;
  const digest = sha256Hex(unb64(trial.box));
  const isTrial =
    trial.bound.startsWith(`etabli.envelope.1:${campaign}:`) && trial.bound.endsWith(':trial');
  if (
    !isTrial ||
    !holdsPossession(unb64(trial.proof), unb64(trial.point), `${trial.bound}:${digest}`)
  )
    throw new Refused('proof', 'not a trial');
  return b64(open(unb64(half), unb64(trial.point), campaign, college, deviceRandom));
}

export type Told = (part: 'check' | 'open', done: number, all: number) => void;

/** The page breathes between ballots: it stays alive, and says how far it is. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
const ballots_between_breaths = 4;

/** The whole set, checked from end to end, or nothing. */
export async function openBallots(
  half: string,
  counter: Counter,
  set: BallotSet,
  { campaign, college, envelope }: Opening & { envelope: Envelope },
  told: Told,
): Promise<string> {
  const { b64, checkManifest, checkSet, deviceRandom, openSet, unb64 } = await ballots();
  const progress = (part: 'check' | 'open') => async (done: number, all: number) => {
    if (done % ballots_between_breaths !== 0 && done !== all) return;
    told(part, done, all);
    await breath();
  };
  const checked: CheckedManifest = await checkManifest(counter.manifest, counter.signatures, {
    campaign,
  });
  const whole = await checkSet(checked, set, progress('check'));
  const opened = await openSet(
    unb64(half),
    checked,
    whole,
    { college, envelope },
    deviceRandom,
    progress('open'),
  );
  const bytes = new Uint8Array(opened.reduce((length, each) => length + each.length, 0));
  opened.reduce((at, each) => {
    bytes.set(each, at);
    return at + each.length;
  }, 0);
  return b64(bytes);
}

/** Why something was refused here, in this browser: a code to put in words. */
export function refusalOf(thrown: unknown): RefusedCode | 'unknown' {
  const code = (thrown as { name?: string; code?: RefusedCode } | null)?.code;
  return thrown instanceof Error && thrown.name === 'Refused' && code ? code : 'unknown';
}
