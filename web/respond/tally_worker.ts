// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally_worker.ts
//
// The service worker of one figure that a team counts (built as /c/worker.js, registered for /c/<token> alone): without network the
// page and its files come as the page itself kept them (tally/offline.ts). It writes nothing, and nothing that was counted
// passes through it. Apart from the worker of a questionnaire, which colleges sign for. Alone in its file: an old browser runs no
// worker that imports.

interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** Somebody counts with one hand free: a network that is there in name only is left after this. */
const wait_ms_max = 2500;

const { scope } = (self as unknown as { registration: { scope: string } }).registration;
const home = new URL(scope).pathname;
/** As tally/offline.ts calls it. */
const cache_name = `etabli.releve.${decodeURIComponent(home.split('/')[2] ?? '')}`;

addEventListener('fetch', (event) => {
  const { request } = event as Fetching;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname === home) (event as Fetching).respondWith(freshOrKept());
  else if (pathname.startsWith('/assets/'))
    (event as Fetching).respondWith(keptOf(pathname).then((kept) => kept ?? fetch(request)));
});

async function keptOf(path: string): Promise<Response | undefined> {
  return (await caches.open(cache_name)).match(path);
}

async function freshOrKept(): Promise<Response> {
  const kept = await keptOf(home);
  const signal = kept && AbortSignal.timeout?.(wait_ms_max);
  try {
    const fresh = await fetch(home, {
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
