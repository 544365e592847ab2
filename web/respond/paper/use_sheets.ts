// SPDX-License-Identifier: EUPL-1.2
// web/respond/paper/use_sheets.ts
//
// Sheet after sheet: its code, two entries, what settles them, then sealed and handed in. Nothing that was typed is kept; only
// a sealed ballot is, until the urn has it. The token is taken last, so that a sheet can be given up without losing its code.

import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type Campaign,
  codeOf,
  drawRequest,
  fetchToken,
  loadCampaign,
  sealOnce,
} from '../campaign/deposit.ts';
import type { Kept } from '../campaign/kept.ts';
import { useAgain } from '../campaign/pieces.tsx';
import { envelopesWaiting, type HandedIn, handInWaiting, putAside } from '../envelopes.ts';
import { sheetRead, type Typed } from './fields.ts';

export type Sheet =
  | { step: 'code' }
  | { step: 'first'; code: string }
  | { step: 'second'; code: string; first: Typed }
  | { step: 'compare'; code: string; first: Typed; second: Typed }
  | { step: 'seal'; code: string; settled: Typed }
  | { step: 'done'; outcome: Outcome };

/** Of one sheet: only what the urn acknowledged is in it. */
export type Outcome = { is: 'acknowledged' } | { is: 'waits' } | { is: 'refused'; problem: string };

const again_every_ms = 120_000;

export function useSheets(campaign: Campaign) {
  const id = campaign.manifest.campaign;
  const [sheet, setSheet] = useState<Sheet>({ step: 'code' });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState(() => envelopesWaiting(id).length);
  const [whyWaiting, setWhyWaiting] = useState<string | null>(null);
  const [refused, setRefused] = useState(0);
  const [done, setDone] = useState(0);
  // Drawn once for a code: a lost reply is asked for again with the same.
  const drawn = useRef<Kept>({});
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const isSending = useRef(false);

  const handInNow = async (): Promise<HandedIn> => {
    isSending.current = true;
    const handedIn = await handInAnew(campaign);
    isSending.current = false;
    setWaiting(envelopesWaiting(id).length);
    setWhyWaiting(handedIn.problem);
    setRefused((count) => count + handedIn.refused.length);
    return handedIn;
  };
  /** One after another: what is put aside while others are on their way is not among them. */
  const handIn = () => {
    const mine = last.current.then(handInNow);
    last.current = mine;
    return mine;
  };
  useAgain(() => {
    if (!isSending.current && envelopesWaiting(id).length > 0) void handIn();
  }, again_every_ms);
  useLeavingAsks(sheet.step !== 'code' && sheet.step !== 'done');

  const seal = async (code: string, settled: Typed) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const { profile, answers } = sheetRead(campaign, settled);
      if (profile === undefined) throw new Error('a place comes before the envelope');
      if (drawn.current.code !== code) drawn.current = { code, ...(await drawRequest(campaign)) };
      drawn.current.token ??= await fetchToken(campaign, drawn.current);
      const { sealed = '', sealedReceipt = '' } = sealOnce(
        campaign,
        { ...drawn.current, profile },
        answers,
      );
      putAside(id, { sealed, sealedReceipt });
      drawn.current = {};
      const outcome = outcomeOf(sealedReceipt, await handIn());
      setDone((count) => count + 1);
      setSheet({ step: 'done', outcome });
    } catch (thrown) {
      setProblem(codeOf(thrown));
    } finally {
      setBusy(false);
    }
  };

  return {
    ...{ campaign, sheet, problem, busy, waiting, whyWaiting, refused, done, seal },
    go: (next: Sheet) => {
      setProblem(null);
      setSheet(next);
    },
    sendWaiting: async () => {
      setBusy(true);
      await handIn();
      setBusy(false);
    },
  };
}

async function handInAnew({ manifest, hash }: Campaign): Promise<HandedIn> {
  try {
    // Whether enough people have a token changes with time.
    return await handInWaiting(await loadCampaign(manifest.campaign, hash.slice(0, 32)));
  } catch (thrown) {
    return { acknowledged: [], refused: [], problem: codeOf(thrown) };
  }
}

function outcomeOf(receipt: string, { acknowledged, refused }: HandedIn): Outcome {
  if (acknowledged.includes(receipt)) return { is: 'acknowledged' };
  const found = refused.find((each) => each.receipt === receipt);
  return found ? { is: 'refused', problem: found.problem } : { is: 'waits' };
}

export type SheetsHere = ReturnType<typeof useSheets>;

/** What was typed is nowhere else. */
function useLeavingAsks(isAsked: boolean): void {
  useEffect(() => {
    if (!isAsked) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isAsked]);
}
