// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/offline.ts
//
// What lets the page open without network from the second visit on: itself and the files it was drawn with, the same for
// everybody. What the figure is and what was counted stand in kept.ts. Kept for weeks, across new versions of the page: so
// that a page is never kept without the very files it names.

/** As tally_worker.ts calls them. */
const cacheNameOf = (token: string) => `etabli.releve.${token}`;
const homeOf = (token: string) => `/c/${encodeURIComponent(token)}`;

export async function keepForOffline(token: string): Promise<void> {
  const home = homeOf(token);
  try {
    await navigator.serviceWorker.register('/c/worker.js', { scope: home });
    const drawn = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && /^\/assets\//.test(pathname))
      .map(({ pathname }) => pathname);
    const page = await fetch(home, { credentials: 'omit', cache: 'no-cache' });
    const text = await page.clone().text();
    // A newer one than what is on the screen: kept once it has been drawn.
    if (!page.ok || !filesNamedIn(text).every((file) => drawn.includes(file))) return;
    const cache = await caches.open(cacheNameOf(token));
    await cache.addAll(drawn.map((path) => new Request(path, { credentials: 'omit' })));
    await cache.put(home, page);
    for (const { url } of await cache.keys())
      if (![home, ...drawn].includes(new URL(url).pathname)) await cache.delete(url);
  } catch {
    // No worker in this browser, or no room: opening it again then needs the network.
  }
}

export function filesNamedIn(page: string): string[] {
  return [...page.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, file = '']) => file);
}

export async function forgetOffline(token: string): Promise<void> {
  try {
    await caches.delete(cacheNameOf(token));
    await (await navigator.serviceWorker.getRegistration(homeOf(token)))?.unregister();
  } catch {
    // Nothing was kept.
  }
}
