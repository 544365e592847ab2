// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/use_tally.ts
//
// One figure on one phone: what the server says of it, what is kept here, and the sending of what waits. What was kept is
// shown at once; the server is asked beside it.

import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { ask } from '../api.ts';
import { inTurn } from '../in_turn.ts';
import { parisDay } from '../pieces.tsx';
import { todayOf } from './days.ts';
import { changeKept, eraseKept, isSettled, type Kept, readKept, type Where } from './kept.ts';
import { forgetOffline, keepForOffline } from './offline.ts';
import { codeOf, sendWaiting } from './queue.ts';
import { type Entry, tallyPath, type TallyView } from './view.ts';

/** Where a phone does not tell that the network is back. */
const again_every_ms = 60_000;

export function useTally(token: string) {
  const [kept, setKept] = useState(() => readKept(token));
  const [where, setWhere] = useState<Where>('device');
  /** Why the server did not say what is counted; null once it has, or before it was asked. */
  const [lack, setLack] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const look = useCallback(() => setKept({ ...readKept(token) }), [token]);
  const change = useCallback(
    (how: (kept: Kept) => Kept) => {
      setWhere(changeKept(token, how));
      look();
    },
    [token, look],
  );
  const load = useCallback(async () => {
    if (readKept(token).view === undefined) setLack(null);
    try {
      const view = await ask<TallyView>('GET', tallyPath(token));
      setLack(null);
      change((before) => ({ ...before, view, asked_on: parisDay() }));
      const isOver = !view.is_open && isSettled(readKept(token));
      await (isOver ? forgetOffline(token) : keepForOffline(token));
    } catch (thrown) {
      setLack(codeOf(thrown));
    }
  }, [token, change]);
  const send = useMemo(
    () =>
      inTurn(async () => {
        setBusy(true);
        setProblem(await sendWaiting(token));
        setBusy(false);
        look();
      }),
    [token, look],
  );
  useAgain(token, { load, send, look });

  return {
    ...{ kept, where, lack, problem, busy, change, load, send },
    keep: (entry: Entry, and: (kept: Kept) => Kept = (before) => before) => {
      change((before) => and({ ...before, waiting: [...before.waiting, entry] }));
      void send();
    },
    forget: () => {
      eraseKept(token);
      void forgetOffline(token);
      look();
    },
  };
}

export type TallyHere = ReturnType<typeof useTally>;

export function todayHere({ asked_on }: Kept, view: TallyView): string {
  return todayOf(view, asked_on ?? parisDay());
}

interface Again {
  load: () => Promise<void>;
  send: () => Promise<void>;
  look: () => void;
}

/** At once, when the network is back, when the phone is taken out again, and now and then while something waits. */
function useAgain(token: string, { load, send, look }: Again): void {
  useEffect(() => {
    const sendIfAny = () => {
      if (readKept(token).waiting.length > 0) void send();
    };
    const both = () => {
      void load();
      sendIfAny();
    };
    const seen = () => {
      if (document.visibilityState !== 'visible') return;
      look();
      sendIfAny();
      if (readKept(token).asked_on !== parisDay()) void load();
    };
    both();
    const timer = setInterval(sendIfAny, again_every_ms);
    addEventListener('online', both);
    addEventListener('storage', look);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      removeEventListener('online', both);
      removeEventListener('storage', look);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [token, load, send, look]);
}
