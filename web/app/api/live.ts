// SPDX-License-Identifier: EUPL-1.2
// web/app/api/live.ts
//
// One stream for the whole page. The server says only "changed" and a topic ("spaces/01h"); what is
// on screen under that topic is then fetched again. Nothing of the content travels here.

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const wanted = new Map<string, number>();
let stream: EventSource | null = null;
let isPlanned = false;
/** Something may have changed while nobody listened. */
let wasLost = false;
/** A server that refuses a stream is asked again later. */
const again_ms = 15_000;

/** useLive(['home', `spaces/${id}`]): keeps these fresh while the screen is shown. */
export function useLive(topics: readonly string[]): void {
  const client = useQueryClient();
  const joined = topics.join(',');
  useEffect(() => {
    const own = joined.split(',').filter(Boolean);
    for (const topic of own) wanted.set(topic, (wanted.get(topic) ?? 0) + 1);
    planConnection(client);
    return () => {
      for (const topic of own) {
        const left = (wanted.get(topic) ?? 1) - 1;
        if (left > 0) wanted.set(topic, left);
        else wanted.delete(topic);
      }
      planConnection(client);
    };
  }, [client, joined]);
}

/** A change of screen drops some topics and takes others: one reconnection for both. */
function planConnection(client: QueryClient): void {
  if (isPlanned) return;
  isPlanned = true;
  queueMicrotask(() => {
    isPlanned = false;
    connect(client);
  });
}

function connect(client: QueryClient): void {
  const topics = [...wanted.keys()].sort().join(',');
  const url = topics === '' ? null : `/api/live?topics=${encodeURIComponent(topics)}`;
  if (stream !== null && url !== null && stream.url.endsWith(url)) return;
  stream?.close();
  stream = null;
  if (url === null || typeof EventSource === 'undefined') return;
  stream = new EventSource(url);
  stream.addEventListener('error', ({ currentTarget }) => {
    wasLost = true;
    if (currentTarget !== stream || stream?.readyState !== EventSource.CLOSED) return;
    stream = null;
    setTimeout(() => planConnection(client), again_ms);
  });
  stream.addEventListener('open', () => {
    if (!wasLost) return;
    wasLost = false;
    for (const topic of wanted.keys())
      void client.invalidateQueries({ queryKey: topic.split('/') });
  });
  stream.addEventListener('changed', (event) => {
    for (const topic of topicsOf(event)) {
      void client.invalidateQueries({ queryKey: topic.split('/') });
    }
  });
}

function topicsOf(event: MessageEvent<string>): string[] {
  try {
    const said = JSON.parse(event.data) as { topic?: string; topics?: string[] };
    return said.topics ?? (said.topic === undefined ? [] : [said.topic]);
  } catch {
    return [];
  }
}
