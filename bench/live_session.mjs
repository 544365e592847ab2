// SPDX-License-Identifier: EUPL-1.2
// bench/live_session.mjs
//
// One discussion, many phones: how long after the facilitator shows a batch does each phone hold the shared screen?
// Every phone listens for changes, writes one sentence, and reads its page when told, as the real page does. Prints the
// median, the 95th percentile and the longest wait, in milliseconds, beside the time one reading takes on an idle server.
// Arguments: the program, how many phones (300). Needs Node 20; phones run in this process, on the same machine.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [program, count = '300'] = process.argv.slice(2);
const phones = Number(count);
const folder = mkdtempSync(join(tmpdir(), 'etabli-bench-'));
const server = spawn(program, ['serve', '--data', folder, '--demo', '--listen', '127.0.0.1:0']);
const address = await new Promise((resolve) => {
  let said = '';
  server.stdout.on('data', (bytes) => {
    const found = /http:\/\/[0-9.:]+/.exec((said += bytes));
    if (found) resolve(found[0]);
  });
});
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

function send(method, path, { body, headers = {} } = {}) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request(
      address + path,
      { method, agent, headers: { origin: address, ...(text && { 'content-type': 'application/json' }), ...headers } },
      (response) => {
        let all = '';
        response.on('data', (bytes) => (all += bytes));
        response.on('end', () =>
          response.statusCode < 300
            ? resolve({ data: JSON.parse(all).data, cookie: response.headers['set-cookie']?.[0] })
            : reject(new Error(`${method} ${path}: ${response.statusCode} ${all}`)),
        );
      },
    );
    request.on('error', reject);
    request.end(text);
  });
}

/** Calls `told` at each change, once the stream has begun. */
function listen(topic, headers, told) {
  return new Promise((resolve, reject) => {
    const request = http.get(`${address}/api/live?topics=${encodeURIComponent(topic)}`, { headers }, (response) => {
      resolve(request);
      response.on('data', (bytes) => String(bytes).includes('event: changed') && told());
      response.on('error', () => {});
    });
    request.on('error', reject);
  });
}

const day = (after) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);
const { cookie } = await send('POST', '/api/session/demo', { body: { key: 'cadre-sld' } });
const facilitator = { cookie: cookie.split(';')[0] };
const { data: session } = await send('GET', '/api/session', { headers: facilitator });
const prepared = await send('POST', '/api/spaces', {
  headers: facilitator,
  body: {
    place_id: session.account.mandates[0].place_id, title: 'Trois cents', held_on: session.today, occasion: 'look_back',
    openness: 'participate', still_open: 'tout', decided_by: 'une équipe', facilitated_by: 'une cadre d’ailleurs',
    hierarchy: 'absent', who_reads: 'L’équipe.', until_when: 'Vos mots sont détruits.', cannot_promise: 'On peut reconnaître.',
    destroy_on: day(60),
  },
});
const id = prepared.data.space.id;
await send('POST', `/api/spaces/${id}/open`, { headers: facilitator, body: {} });
const board = await send('GET', `/api/spaces/${id}/board`, { headers: facilitator });
const page = `/api/s/${board.data.code.replace('-', '')}`;

let shown_at = 0;
const waited = [];
const streams = [];
let all_hold;
const everybody = new Promise((resolve) => (all_hold = resolve));
for (let phone = 0; phone < phones; phone += 1) {
  const { data } = await send('POST', `${page}/enter`, { body: {} });
  const headers = { 'x-participant': data.participant };
  let holds = false;
  streams.push(
    await listen(`spaces/${id}`, headers, async () => {
      if (holds || shown_at === 0) return;
      const { data: view } = await send('GET', page, { headers });
      if (holds || view.sentences.length < phones) return;
      holds = true;
      waited.push(performance.now() - shown_at);
      if (waited.length === phones) all_hold();
    }),
  );
  const key = Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) => '0123456789abcdefghjkmnpqrstvwxyz'[byte % 32]).join('');
  await send('POST', `${page}/contributions`, { headers, body: { id: key, kind: 'irritant', words: `phrase ${phone}` } });
}
const idle = [];
for (let round = 0; round < 20; round += 1) {
  const start = performance.now();
  await send('GET', page);
  idle.push(performance.now() - start);
}
shown_at = performance.now();
await send('POST', `/api/spaces/${id}/release`, { headers: facilitator, body: {} });
const released = performance.now() - shown_at;
await Promise.race([everybody, new Promise((resolve) => setTimeout(resolve, 30_000))]);

const at = (values, share) => values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
console.log('| phones | hold it | one reading, idle (ms) | release answered (ms) | median (ms) | p95 (ms) | longest (ms) |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
console.log(
  `| ${phones} | ${waited.length} | ${at(idle, 0.5).toFixed(1)} | ${released.toFixed(0)} | ${at(waited, 0.5).toFixed(0)} | ` +
    `${at(waited, 0.95).toFixed(0)} | ${at(waited, 1).toFixed(0)} |`,
);
for (const stream of streams) stream.destroy();
server.kill();
rmSync(folder, { recursive: true, force: true });
process.exit(waited.length === phones ? 0 : 1);
