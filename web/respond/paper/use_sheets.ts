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
import { envelopesWaiting, handInWaiting, putAside } from '../campaign/envelopes.ts';
import type { Kept } from '../campaign/kept.ts';
import { useAgain } from '../campaign/pieces.tsx';
import { sheetRead, type Typed } from './fields.ts';

export type Sheet =
  | { step: 'code' }
  | { step: 'first'; code: string }
  | { step: 'second'; code: string; first: Typed }
  | { step: 'compare'; code: string; first: Typed; second: Typed }
  | { step: 'seal'; code: string; settled: Typed }
  | { step: 'done'; isHandedIn: boolean };

const again_every_ms = 120_000;

export function useSheets(campaign: Campaign) {
  const id = campaign.manifest.campaign;
  const [sheet, setSheet] = useState<Sheet>({ step: 'code' });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState(() => envelopesWaiting(id).length);
  const [done, setDone] = useState(0);
  // Drawn once for a code: a lost reply is asked for again with the same.
  const drawn = useRef<Kept>({});
  const isSending = useRef(false);

  const handIn = async () => {
    if (isSending.current) return null;
    isSending.current = true;
    try {
      // Anew: whether enough people have a token changes with time.
      const now = await loadCampaign(id, campaign.hash.slice(0, 32));
      return (await handInWaiting(now)).problem;
    } catch (thrown) {
      return codeOf(thrown);
    } finally {
      isSending.current = false;
      setWaiting(envelopesWaiting(id).length);
    }
  };
  useAgain(() => void (envelopesWaiting(id).length > 0 && handIn()), again_every_ms);
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
      await handIn();
      const isHandedIn = !envelopesWaiting(id).some((each) => each.sealedReceipt === sealedReceipt);
      setDone((count) => count + 1);
      setSheet({ step: 'done', isHandedIn });
    } catch (thrown) {
      setProblem(codeOf(thrown));
    } finally {
      setBusy(false);
    }
  };

  return {
    ...{ campaign, sheet, problem, busy, waiting, done, seal },
    go: (next: Sheet) => {
      setProblem(null);
      setSheet(next);
    },
    sendWaiting: async () => {
      setBusy(true);
      setProblem(await handIn());
      setBusy(false);
    },
  };
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
