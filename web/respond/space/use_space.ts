// SPDX-License-Identifier: EUPL-1.2
// web/respond/space/use_space.ts
//
// The state of one discussion on one phone: what the server shows, what this phone keeps, and what is still to be
// sent. Fetched again when the room moves on (server-sent events) and every so often, since old phones drop streams.

import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ask, type PhoneView, Refusal } from '../api.ts';
import { inTurn } from '../in_turn.ts';
import { useLiveTopic } from '../live.ts';
import { type Answer, type Kept, type Kind, newKey, readKept, writeKept } from './kept.ts';

const again_ms = 20_000;
const retry_ms = 8_000;

export interface Space {
  view: PhoneView | null;
  kept: Kept;
  refusal: Refusal | null;
  isOffline: boolean;
  enter: () => Promise<boolean>;
  keepDraft: (draft: string, kind: Kind) => void;
  give: () => void;
  withdraw: (id: string) => Promise<void>;
  answer: (sentence: string, answer: Answer | null) => Promise<void>;
  dismiss: () => void;
}

export function useSpace(code: string): Space {
  const path = `/api/s/${encodeURIComponent(code)}`;
  const [view, setView] = useState<PhoneView | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isOffline, setIsOffline] = useState(false);
  const [kept, setKept] = useState<Kept>(() => readKept(code));
  const latest = useRef(kept);

  const keep = useCallback(
    (part: Partial<Kept>) => {
      latest.current = { ...latest.current, ...part };
      writeKept(code, latest.current);
      setKept(latest.current);
    },
    [code],
  );

  const show = useCallback(
    (next: PhoneView) => {
      setView(next);
      setIsOffline(false);
      if (next.follow_token) keep({ follow_token: next.follow_token });
    },
    [keep],
  );

  const refused = useCallback((thrown: unknown) => {
    const given = thrown instanceof Refusal ? thrown : new Refusal('unknown', 0);
    if (given.isPassing) setIsOffline(true);
    else setRefusal(given);
  }, []);

  const fetchView = useCallback(async () => {
    try {
      show(await ask<PhoneView>('GET', path, { secret: latest.current.secret }));
    } catch (thrown) {
      refused(thrown);
    }
  }, [path, refused, show]);

  /** One after the other, each under its own key; what the network refused is tried again later. */
  const sendUnsent = useMemo(
    () =>
      inTurn(async () => {
        try {
          for (const words of [...latest.current.unsent]) {
            // Taken back while another was on its way.
            if (!latest.current.unsent.includes(words)) continue;
            show(
              await ask<PhoneView>('POST', `${path}/contributions`, {
                secret: latest.current.secret,
                body: words,
              }),
            );
            keep({ unsent: latest.current.unsent.filter((each) => each.id !== words.id) });
          }
        } catch (thrown) {
          refused(thrown);
        }
      }),
    [path, keep, refused, show],
  );

  useLiveTopic(view?.topic, fetchView, again_ms);

  useEffect(() => {
    const retry = () => {
      if (latest.current.unsent.length > 0) void sendUnsent();
    };
    retry();
    const timer = setInterval(retry, retry_ms);
    window.addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', retry);
    };
  }, [sendUnsent]);

  return {
    view,
    kept,
    refusal,
    isOffline,
    dismiss: () => setRefusal(null),
    keepDraft: (draft, kind) => keep({ draft, kind }),
    enter: async () => {
      try {
        const entered = await ask<{ participant: string }>('POST', `${path}/enter`, { body: {} });
        keep({ secret: entered.participant });
        await fetchView();
        return true;
      } catch (thrown) {
        refused(thrown);
        return false;
      }
    },
    give: () => {
      const { draft, kind, unsent } = latest.current;
      if (draft.trim() === '') return;
      keep({ draft: '', unsent: [...unsent, { id: newKey(), kind, words: draft.trim() }] });
      void sendUnsent();
    },
    withdraw: async (id) => {
      const unsent = latest.current.unsent.filter((each) => each.id !== id);
      const wasUnsent = unsent.length < latest.current.unsent.length;
      keep({ unsent });
      try {
        show(
          await ask<PhoneView>('DELETE', `${path}/contributions/${id}`, {
            secret: latest.current.secret,
          }),
        );
      } catch (thrown) {
        if (!wasUnsent) refused(thrown);
        void fetchView();
      }
    },
    answer: async (sentence, answer) => {
      const before = latest.current.answers;
      const answers = { ...before };
      if (answer === null) delete answers[sentence];
      else answers[sentence] = answer;
      keep({ answers });
      try {
        await ask(answer === null ? 'DELETE' : 'PUT', `${path}/reactions/${sentence}`, {
          secret: latest.current.secret,
          body: answer === null ? undefined : { answer },
        });
      } catch (thrown) {
        keep({ answers: before });
        refused(thrown);
      }
    },
  };
}
