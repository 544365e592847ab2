// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/offline.ts
//
// What lets a reload without network come back to the same place: the page, the files it was drawn with and the
// questionnaire as it was served. All of it is public and the same for everybody; kept from the token on, because before
// there is nothing to lose, and taken away with the receipt, at the end, or when everything is erased.

/** As offline_worker.ts calls them. */
const cacheNameOf = (campaign: string) => `etabli.questionnaire.${campaign}`;
export const counterPath = (campaign: string) => `/api/guichet/${campaign}`;

/** Asked for again by the page after each load, so that what is kept is what was last drawn. */
export async function keepForOffline(campaign: string, served: unknown): Promise<void> {
  const home = `/q/${campaign}`;
  try {
    await navigator.serviceWorker.register('/q/worker.js', { scope: home });
    const files = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && /^\/assets\//.test(pathname));
    const cache = await caches.open(cacheNameOf(campaign));
    const counter = new Response(JSON.stringify({ data: served }), {
      headers: { 'Content-Type': 'application/json' },
    });
    await cache.put(counterPath(campaign), counter);
    await cache.addAll(
      [home, ...files.map(({ pathname }) => pathname)].map(
        (path) => new Request(path, { credentials: 'omit' }),
      ),
    );
  } catch {
    // No worker in this browser, or no room: a reload then needs the network, as before.
  }
}

export async function forgetOffline(campaign: string): Promise<void> {
  try {
    await caches.delete(cacheNameOf(campaign));
    await (await navigator.serviceWorker.getRegistration(`/q/${campaign}`))?.unregister();
  } catch {
    // Nothing was kept.
  }
}
