// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/deposit.ts
//
// What goes between this device and the guichet or the urn, and what is kept before each step so that a lost reply loses
// nothing. No function here shows anything.

import {
  askToken,
  b64,
  ballotKeyOf,
  ballotMessage,
  checkEnough,
  type CheckedManifest,
  checkInstrument,
  checkManifest,
  type CollegeSignature,
  deviceRandom,
  drawBallotKey,
  finishToken,
  offeredPlaces,
  postedBallot,
  type Profile,
  receiptOf,
  Refused,
  sealBallot,
  sha256Hex,
  unb64,
} from '../../ballots/answering.ts';
import { type Answers, createForm, type Form, type Instrument } from '../../form/index.ts';
import { ask, Refusal } from '../api.ts';
import { parisDay } from '../pieces.tsx';
import type { Kept } from './kept.ts';
import { counterPath } from './offline.ts';

export type Stage =
  'ready' | 'pickup' | 'open' | 'closed' | 'counted' | 'signed' | 'published' | 'ended';

interface Served {
  manifest: string;
  signatures: CollegeSignature[];
  instrument: string;
  stage: Stage;
  enough: string | null;
}

export interface Campaign extends CheckedManifest {
  form: Form;
  stage: Stage;
  enough: string | null;
  /** As it came, for a reload without network. */
  served: Served;
}

/** A manifest that is not the one of the link, or lacks something; `hash` is of what was served. */
export class NotTheCampaign extends Error {
  constructor(
    readonly code: Refused['code'],
    readonly hash: string,
  ) {
    super(code);
  }
}

export async function loadCampaign(id: string, hash32: string | undefined): Promise<Campaign> {
  const served = await ask<Served>('GET', counterPath(encodeURIComponent(id)));
  try {
    const checked = await checkManifest(served.manifest, served.signatures, {
      campaign: id,
      hash32,
    });
    checkInstrument(checked.manifest, served.instrument);
    if (served.enough !== null) checkEnough(checked.manifest, served.enough);
    const form = createForm(JSON.parse(served.instrument) as Instrument);
    return { ...checked, form, stage: served.stage, enough: served.enough, served };
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown;
    throw new NotTheCampaign(thrown.code, sha256Hex(served.manifest));
  }
}

/** The key and the blinded message, drawn once for a code. */
export async function drawRequest({ manifest, tokenKey }: Campaign): Promise<Partial<Kept>> {
  const { seed, nonce } = drawBallotKey(deviceRandom);
  const message = ballotMessage(manifest.campaign, nonce);
  const { prefix, blinded, inverse } = await askToken(tokenKey, message, deviceRandom);
  return {
    seed: b64(seed),
    request: { prefix: b64(prefix), blinded: b64(blinded), inverse: b64(inverse) },
  };
}

/** Sends what was drawn; the answer is checked before it counts. */
export async function fetchToken({ manifest, tokenKey }: Campaign, kept: Kept): Promise<string> {
  const { code, seed, request } = kept;
  if (code === undefined || seed === undefined || request === undefined)
    throw new Error('a request is drawn before it is sent');
  const path = `/api/guichet/${encodeURIComponent(manifest.campaign)}/tokens`;
  const { blind_signature } = await ask<{ blind_signature: string }>('POST', path, {
    body: { code, blinded: request.blinded },
  });
  const message = ballotMessage(manifest.campaign, ballotKeyOf(unb64(seed)).nonce);
  const drawn = {
    prefix: unb64(request.prefix),
    blinded: unb64(request.blinded),
    inverse: unb64(request.inverse),
  };
  return b64(await finishToken(tokenKey, message, drawn, unb64(blind_signature)));
}

/** Once: from here on there is this text, and neither the key nor the draft that made it. */
export function sealOnce({ manifest }: Campaign, kept: Kept, answers: Answers): Partial<Kept> {
  const { seed, request, token } = kept;
  const profile = kept.profile ?? onlyProfile(offeredPlaces(manifest));
  if (seed === undefined || request === undefined || token === undefined || profile === undefined)
    throw new Error('a token and a place come before answers');
  const key = ballotKeyOf(unb64(seed));
  const contents = { key, prefix: unb64(request.prefix), token: unb64(token), profile, answers };
  const ballot = sealBallot(manifest, contents, deviceRandom);
  return { sealed: JSON.stringify(ballot), sealedReceipt: receiptOf(key.nonce) };
}

/** The same bytes, as often as it takes. Answers what is left to keep: the receipt. */
export async function handIn(campaign: Campaign, kept: Kept): Promise<string> {
  const { sealed, sealedReceipt } = kept;
  if (sealed === undefined || sealedReceipt === undefined) throw new Error('nothing is sealed');
  const { manifest } = campaign;
  const id = manifest.campaign;
  const enough = campaign.enough ?? (await loadCampaign(id, campaign.hash.slice(0, 32))).enough;
  if (enough === null) throw new Refusal('campaign.too_few', 409);
  const { receipt } = await ask<{ receipt: string }>('POST', `${urnOf(manifest)}/ballots`, {
    text: postedBallot(sealed, enough),
  });
  if (receipt !== sealedReceipt) throw new Refusal('ballot.refused', 422);
  return receipt;
}

/** Sending the same again changes nothing. Until its last day is over a campaign may open yet, or open late by the urn's clock. */
export function isFinal({ manifest }: Campaign, code: string | null): boolean {
  if (code === 'campaign.not_open') return parisDay() > manifest.closes_on;
  return code === 'ballot.other' || code === 'ballot.refused';
}

/** All receipts: which one is looked for stays here. */
export async function fetchReceipts({ manifest }: Campaign): Promise<readonly string[]> {
  return (await ask<{ receipts: string[] }>('GET', `${urnOf(manifest)}/receipts`)).receipts;
}

/** Where the page came from, or at another body's. */
function urnOf({ urn = '', campaign }: CheckedManifest['manifest']): string {
  return `${urn}/api/urn/${campaign}`;
}

/** The only choice there is: nothing to ask. */
export function onlyProfile(
  offered: readonly { code: string; categories: readonly unknown[] }[],
): Profile | undefined {
  const [one] = offered;
  return offered.length === 1 && one?.categories.length === 0 ? { place: one.code } : undefined;
}

export function codeOf(thrown: unknown): string {
  if (thrown instanceof Refusal || thrown instanceof Refused) return thrown.code;
  return 'unknown';
}
