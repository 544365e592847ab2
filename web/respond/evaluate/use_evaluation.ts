// SPDX-License-Identifier: EUPL-1.2
// web/respond/evaluate/use_evaluation.ts
//
// The state of one session on one phone: what the server shows and what this phone keeps. Fetched again when the room
// moves on (server-sent events) and every so often, since old phones drop streams. Each write replaces what this phone
// had sent, so that sending again after a broken connection changes nothing.

import { useCallback, useRef, useState } from 'preact/hooks';
import { ask, Refusal } from '../api.ts';
import { useLiveTopic } from '../live.ts';
import { draftOf, type Kept, nothing, type Phone, readKept, writeKept } from './kept.ts';

const again_ms = 12_000;

export interface Evaluation {
  view: Phone | null;
  kept: Kept;
  refusal: Refusal | null;
  isOffline: boolean;
  isBusy: boolean;
  keep: (part: Partial<Kept>) => void;
  enter: () => Promise<void>;
  give: (lines: string[]) => Promise<boolean>;
  choose: (picks: string[]) => Promise<boolean>;
  send: () => Promise<boolean>;
  takeBack: () => Promise<boolean>;
  dismiss: () => void;
}

export function useEvaluation(code: string): Evaluation {
  const path = `/api/e/${encodeURIComponent(code)}`;
  const [view, setView] = useState<Phone | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isOffline, setIsOffline] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [kept, setKept] = useState<Kept>(() => readKept(code));
  const latest = useRef(kept);
  const isSending = useRef(false);
  /** Nothing more will be said under this code: it is not asked again. */
  const isOver = useRef(false);
  /** Writes that were answered: what was asked before one of them may be older than its answer. */
  const written = useRef(0);

  const keep = useCallback(
    (part: Partial<Kept>) => {
      latest.current = { ...latest.current, ...part };
      writeKept(code, latest.current);
      setKept(latest.current);
    },
    [code],
  );

  const show = useCallback(
    (next: Phone) => {
      setView(next);
      setIsOffline(false);
      // Put together and destroyed over there: the next person at this screen must not find it here.
      if (next.stage === 'shared') keep({ ...nothing, secret: latest.current.secret });
    },
    [keep],
  );

  const refused = useCallback(
    (thrown: unknown) => {
      const given = thrown instanceof Refusal ? thrown : new Refusal('unknown', 0);
      if (given.code === 'evaluation.ended' || given.code === 'not_found') {
        isOver.current = true;
        writeKept(code, nothing);
      }
      if (given.isPassing) setIsOffline(true);
      else setRefusal(given);
    },
    [code],
  );

  const fetchView = useCallback(async () => {
    if (isOver.current) return;
    const before = written.current;
    try {
      const next = await ask<Phone>('GET', path, { secret: latest.current.secret });
      if (before === written.current) show(next);
    } catch (thrown) {
      refused(thrown);
    }
  }, [path, refused, show]);

  /** One at a time: a second press while the first is on its way is the same press. */
  const write = useCallback(
    async (method: 'POST' | 'PUT' | 'DELETE', what: string, body?: unknown): Promise<boolean> => {
      if (isSending.current) return false;
      isSending.current = true;
      setIsBusy(true);
      try {
        const next = await ask<Phone>(method, `${path}/${what}`, {
          secret: latest.current.secret,
          body,
        });
        written.current += 1;
        setRefusal(null);
        show(next);
        return true;
      } catch (thrown) {
        refused(thrown);
        void fetchView();
        return false;
      } finally {
        isSending.current = false;
        setIsBusy(false);
      }
    },
    [path, fetchView, refused, show],
  );

  useLiveTopic(view?.topic, fetchView, again_ms);
  return {
    view,
    kept,
    refusal,
    isOffline,
    isBusy,
    keep,
    dismiss: () => setRefusal(null),
    enter: async () => {
      if (isSending.current) return;
      isSending.current = true;
      setIsBusy(true);
      try {
        const entered = await ask<{ participant: string }>('POST', `${path}/enter`, { body: {} });
        written.current += 1; // an answer still on its way knows nobody
        keep({ secret: entered.participant });
        setRefusal(null);
        await fetchView();
      } catch (thrown) {
        refused(thrown);
      } finally {
        isSending.current = false;
        setIsBusy(false);
      }
    },
    give: (lines) => write('PUT', 'lines', { lines }),
    choose: (picks) => write('PUT', 'picks', { activities: picks }),
    send: async () => {
      const isDone = await write('POST', 'look', draftOf(latest.current, view?.activities ?? []));
      if (isDone) keep({ sent: true });
      return isDone;
    },
    takeBack: async () => {
      const isDone = await write('DELETE', 'look');
      if (isDone) keep({ sent: false });
      return isDone;
    },
  };
}
