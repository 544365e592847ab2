// SPDX-License-Identifier: EUPL-1.2
// web/tools/first_question.mjs
//
// How long until somebody can read what is asked, and then the first question, on an old phone and a bad network: slow 3G as
// developer tools have it (400 kbit/s, 400 ms), a processor six times slower. Against a running server,
// five links with their codes are the arguments; e2e/measures_story.ts calls this with a played guichet. Prints each
// run and the median, in milliseconds, and the bytes that came over the network.

import { chromium } from '@playwright/test';

const runs = 5;
const slow_3g = {
  offline: false,
  latency: 400,
  downloadThroughput: (400 * 1000) / 8,
  uploadThroughput: (400 * 1000) / 8,
};
const cpu_times_slower = 6;

/** Opens `link` with nothing kept, goes on as fast as a person’s finger could, answers the times. */
async function once(browser, link) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', slow_3g);
  await client.send('Emulation.setCPUThrottlingRate', { rate: cpu_times_slower });
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const began = performance.now();
  await page.goto(link, { waitUntil: 'commit', timeout: 120_000 });
  const next = page.locator('main .btn.main');
  await next.waitFor({ timeout: 120_000 });
  const read_ms = performance.now() - began;
  await next.click();
  await page.locator('main form .btn.main').click();
  // A place is asked before the first question, where there are several: it is what a person answers first.
  await page.locator('form.questionnaire').first().waitFor({ timeout: 120_000 });
  const first_ms = performance.now() - began;
  await context.close();
  return { read_ms, first_ms, bytes };
}

const median = (values) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** The link of each run: what was kept of the run before is no longer there. */
export async function measure(linkOf) {
  const browser = await chromium.launch({
    executablePath: process.env.ETABLI_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const found = [];
  for (let run = 0; run < runs; run += 1) {
    const one = await once(browser, linkOf(run));
    found.push(one);
    const [read, first] = [one.read_ms, one.first_ms].map(Math.round);
    console.log(`read ${read} ms, first question ${first} ms, ${one.bytes} bytes`);
  }
  await browser.close();
  for (const name of ['read_ms', 'first_ms', 'bytes'])
    console.log(
      `median of ${runs}, ${name}: ${Math.round(median(found.map((each) => each[name])))}`,
    );
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const links = process.argv.slice(2);
  if (links.length < runs) throw new Error(`needs ${runs} links, each with a code of its own`);
  await measure((run) => links[run]);
}
