// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/queue_test.ts

import { afterEach, expect, test, vi } from 'vitest';
import { exampleView } from './example_view.ts';
import { changeKept, eraseKept, readKept } from './kept.ts';
import { drawEntry, sendWaiting, settled } from './queue.ts';
import type { Answered, Entry } from './view.ts';

const token = 't';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  eraseKept(token);
});

const entry = (id: string): Entry => ({
  id,
  counted_on: '2026-11-24',
  numerator: 7,
  base: null,
});

function wait(...ids: string[]): void {
  changeKept(token, (kept) => ({ ...kept, waiting: [...kept.waiting, ...ids.map(entry)] }));
}

const waiting = () => readKept(token).waiting.map(({ id }) => id);

/** What came in, call by call; each is answered by `reply`, or the network fails. */
function server(reply: (ids: string[]) => Partial<Answered> | number | 'offline') {
  const asked: Entry[][] = [];
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    const { entries } = JSON.parse(body) as { entries: Entry[] };
    asked.push(entries);
    const said = reply(entries.map(({ id }) => id));
    if (said === 'offline') return Promise.reject(new TypeError('no network'));
    if (typeof said === 'number')
      return Promise.resolve(new Response(JSON.stringify({ code: 'x.y' }), { status: said }));
    return Promise.resolve(
      new Response(JSON.stringify({ data: { taken: [], refused: [], ...said } })),
    );
  });
  return asked;
}

test('an id is drawn anew for each, and is what the server takes', () => {
  const [one, other] = [0, 0].map(() => drawEntry('2026-11-24', { numerator: 0, base: null }));
  expect(one?.id).toMatch(/^[0-9a-f]{32}$/);
  expect(one?.id).not.toBe(other?.id);
});

test('a lost reply is sent again as it was, and leaves once', async () => {
  wait('a', 'b');
  const lost = server(() => 'offline');
  expect(await sendWaiting(token)).toBe('network.offline');
  expect(waiting()).toEqual(['a', 'b']);
  const arrived = server((ids) => ({ taken: ids }));
  expect(await sendWaiting(token)).toBeNull();
  expect(arrived).toEqual(lost);
  expect(waiting()).toEqual([]);
  expect(await sendWaiting(token)).toBeNull();
  expect(arrived).toHaveLength(1);
});

test('what is refused stays, with its figure and why', async () => {
  wait('a', 'b');
  server(() => ({ taken: ['a'], refused: [{ id: 'b', problem: 'tally.too_late' }] }));
  expect(await sendWaiting(token)).toBeNull();
  expect(waiting()).toEqual([]);
  expect(readKept(token).refused).toEqual([
    {
      id: 'b',
      counted_on: '2026-11-24',
      figure: { numerator: 7, base: null },
      problem: 'tally.too_late',
    },
  ]);
});

test('fifty at once, and no more', async () => {
  wait(...Array.from({ length: 120 }, (_, at) => `${at}`));
  const asked = server((ids) => ({ taken: ids }));
  expect(await sendWaiting(token)).toBeNull();
  expect(asked.map((entries) => entries.length)).toEqual([50, 50, 20]);
});

test('what the server does not name stays, and is not asked for ever', async () => {
  wait('a', 'b');
  const asked = server(() => ({ taken: ['b'] }));
  expect(await sendWaiting(token)).toBe('unknown');
  expect(waiting()).toEqual(['a']);
  expect(asked).toHaveLength(1);
});

test.each([
  [404, 'tally.link_not_valid'],
  [422, 'x.y'],
  [503, 'x.y'],
])('a server that answers %d loses nothing', async (status, code) => {
  wait('a');
  server(() => status);
  expect(await sendWaiting(token)).toBe(code);
  expect(waiting()).toEqual(['a']);
});

test('what is kept while others are on their way goes along', async () => {
  wait('a');
  const asked = server((ids) => {
    if (ids.includes('a')) wait('b');
    return { taken: ids };
  });
  expect(await sendWaiting(token)).toBeNull();
  expect(asked.map((entries) => entries.map(({ id }) => id))).toEqual([['a'], ['b']]);
});

test('a phone that keeps nothing sends all the same', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  wait('a');
  expect(waiting()).toEqual(['a']);
  server((ids) => ({ taken: ids }));
  expect(await sendWaiting(token)).toBeNull();
  expect(waiting()).toEqual([]);
});

const refused: Answered = { taken: [], refused: [{ id: 'a', problem: 'tally.too_late' }] };
const answers = { view: exampleView({ entry: 'pulse', counting: 'ratio' }), refused: [] };

test('a refused answer leaves nothing of itself, and may be given again', () => {
  const kept = { ...answers, waiting: [entry('a')], answered_in: '2026-11-23' };
  const after = settled(kept, refused);
  expect(after.refused.map(({ figure }) => figure)).toEqual([null]);
  expect(after.answered_in).toBeUndefined();
});

test('a refused answer of last week leaves this week’s memory alone', () => {
  const late = { ...entry('a'), counted_on: '2026-11-20' };
  const kept = { ...answers, waiting: [late], answered_in: '2026-11-23' };
  expect(settled(kept, refused).answered_in).toBe('2026-11-23');
});
