// SPDX-License-Identifier: EUPL-1.2
// web/respond/live.ts
//
// What a page shows is asked for at once, then when the room moves on (server-sent events), and every so often too,
// since old phones drop streams.

import { useEffect } from 'preact/hooks';

/** `again` must stay the same function from one drawing to the next. No topic: the clock alone. */
export function useLiveTopic(
  topic: string | undefined,
  again: () => Promise<void>,
  every_ms: number,
) {
  useEffect(() => {
    void again();
    const timer = setInterval(() => void again(), every_ms);
    return () => clearInterval(timer);
  }, [again, every_ms]);

  useEffect(() => {
    if (!topic || typeof EventSource === 'undefined') return;
    const stream = new EventSource(`/api/live?topics=${encodeURIComponent(topic)}`);
    stream.addEventListener('changed', () => void again());
    return () => stream.close();
  }, [topic, again]);
}
