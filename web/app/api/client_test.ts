// SPDX-License-Identifier: EUPL-1.2
// web/app/api/client_test.ts
//
// Whatever goes wrong on the way is one Problem with a code.

import { afterEach, expect, test, vi } from 'vitest';
import { pathWith, read } from './client.ts';
import { keyOf } from './queries.ts';

afterEach(() => vi.unstubAllGlobals());

async function checkProblem(answer: () => Promise<Response>, expected: object) {
  vi.stubGlobal('fetch', answer);
  await expect(read('/api/home')).rejects.toMatchObject(expected);
}

const json = (status: number, content: unknown) => async () => Response.json(content, { status });

test('the code of the server is kept, with its errors and the current version', async () => {
  const errors = [{ pointer: '/title', code: 'text.too_long' }];
  const content = { code: 'version.stale', errors, current: { version: 4 } };
  await checkProblem(json(409, content), { ...content, status: 409 });
});

test('an answer without a code still has one', async () => {
  await checkProblem(async () => new Response('<h1>Bad</h1>', { status: 502 }), {
    code: 'server.other',
  });
  await checkProblem(json(401, {}), { code: 'session.required' });
});

test('no network is a problem of its own', async () => {
  await checkProblem(() => Promise.reject(new TypeError('failed')), { code: 'network.offline' });
});

test('a path is a key, and the topic the server names', () => {
  expect(keyOf('/api/spaces/01h')).toEqual(['spaces', '01h']);
  expect(pathWith('/api/search', { q: 'la relève', page: undefined })).toBe(
    '/api/search?q=la+rel%C3%A8ve',
  );
});
