// SPDX-License-Identifier: EUPL-1.2
// web/respond/envelopes.ts
//
// Sealed ballots that wait on a device many people use, the kiosk or the desk where sheets are typed, until the urn takes
// them. Nobody can read them without both colleges; they stand in the order of their receipts, so that nothing tells who
// came first.

import { type Campaign, codeOf, handIn, isFinal } from './campaign/deposit.ts';

export interface Envelope {
  sealed: string;
  sealedReceipt: string;
}

const nameOf = (campaign: string) => `etabli.enveloppes.${campaign}`;

/** Where a full or forbidden storage keeps nothing: as long as the page is open. */
const inMemory = new Map<string, readonly Envelope[]>();

export function envelopesWaiting(campaign: string): readonly Envelope[] {
  const here = inMemory.get(campaign);
  if (here !== undefined) return here;
  try {
    return JSON.parse(localStorage.getItem(nameOf(campaign)) ?? '[]') as Envelope[];
  } catch {
    return [];
  }
}

export function putAside(campaign: string, envelope: Envelope): void {
  const others = without(campaign, envelope.sealedReceipt);
  write(
    campaign,
    [...others, envelope].sort((one, other) => (one.sealedReceipt < other.sealedReceipt ? -1 : 1)),
  );
}

export function takeAway(campaign: string, receipt: string): void {
  write(campaign, without(campaign, receipt));
}

export interface HandedIn {
  /** Receipts, as the urn acknowledged them. */
  acknowledged: readonly string[];
  /** What the urn will never take, and why: no longer here, and in no urn. */
  refused: readonly { receipt: string; problem: string }[];
  /** The first reason why one stays. */
  problem: string | null;
}

/** Each as it is, to the byte. What is no longer here is in the urn only if its receipt was acknowledged. */
export async function handInWaiting(campaign: Campaign): Promise<HandedIn> {
  const id = campaign.manifest.campaign;
  const acknowledged: string[] = [];
  const refused: { receipt: string; problem: string }[] = [];
  let problem: string | null = null;
  for (const envelope of envelopesWaiting(id)) {
    const receipt = envelope.sealedReceipt;
    try {
      acknowledged.push(await handIn(campaign, envelope));
      takeAway(id, receipt);
    } catch (thrown) {
      const code = codeOf(thrown);
      if (isFinal(campaign, code)) {
        refused.push({ receipt, problem: code });
        takeAway(id, receipt);
      } else problem ??= code;
    }
  }
  return { acknowledged, refused, problem };
}

function without(campaign: string, receipt: string): Envelope[] {
  return envelopesWaiting(campaign).filter(({ sealedReceipt }) => sealedReceipt !== receipt);
}

function write(campaign: string, envelopes: readonly Envelope[]): void {
  try {
    if (envelopes.length === 0) localStorage.removeItem(nameOf(campaign));
    else localStorage.setItem(nameOf(campaign), JSON.stringify(envelopes));
    inMemory.delete(campaign);
  } catch {
    inMemory.set(campaign, envelopes);
  }
}
