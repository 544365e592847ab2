// SPDX-License-Identifier: EUPL-1.2
// web/respond/offline_worker.ts
//
// The service worker of one questionnaire (built as /q/worker.js, registered for /q/<campaign> alone): a reload without
// network finds the page, its files and the questionnaire as they were kept by the page itself (campaign/offline.ts). It
// writes nothing, and leaves alone whatever it does not name here: no code, no answer and no receipt passes through it.
// Alone in its file: an old browser runs no worker that imports.

interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** A network that is there in name only is left after this, where something is kept. */
const wait_ms_max = 5000;

const { scope } = (self as unknown as { registration: { scope: string } }).registration;
const home = new URL(scope).pathname;
const campaign = home.split('/')[2] ?? '';
const counter = `/api/guichet/${campaign}`;
/** As campaign/offline.ts calls it. */
const cache_name = `etabli.questionnaire.${campaign}`;

addEventListener('fetch', (event) => {
  const { request } = event as Fetching;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  // By its path alone: what follows the # is never looked at.
  if (pathname === home || pathname === counter)
    (event as Fetching).respondWith(freshOrKept(pathname));
  else if (pathname.startsWith('/assets/'))
    (event as Fetching).respondWith(keptOf(pathname).then((kept) => kept ?? fetch(request)));
});

async function keptOf(path: string): Promise<Response | undefined> {
  return (await caches.open(cache_name)).match(path);
}

async function freshOrKept(path: string): Promise<Response> {
  const kept = await keptOf(path);
  const signal = kept && AbortSignal.timeout?.(wait_ms_max);
  try {
    const fresh = await fetch(path, {
      credentials: 'omit',
      cache: 'no-cache',
      signal: signal ?? null,
    });
    return kept && fresh.status >= 500 ? kept : fresh;
  } catch (thrown) {
    if (kept) return kept;
    throw thrown;
  }
}

export {};
