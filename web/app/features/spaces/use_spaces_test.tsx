// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/use_spaces_test.tsx
//
// Two gestures made quickly on the screen of the room: whichever reply is slow, the board ends as the server has it.

import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient, keyOf } from '#app/api/queries.ts';
import { useSettle, useStep } from './use_spaces.ts';

afterEach(() => vi.unstubAllGlobals());

test('a slow reply does not take the room back to the step before', async () => {
  const sent: string[] = [];
  let step = 7;
  let reply: () => void = () => {};
  const isReplying = new Promise<void>((resolve) => {
    reply = resolve;
  });
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    sent.push(`${request.method ?? 'GET'} ${path}`);
    if (path.endsWith('/step')) step = (JSON.parse(String(request.body)) as { step: number }).step;
    const board = Response.json({ data: { step } });
    if (path.endsWith('/settle')) await isReplying;
    return board;
  });
  const client = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => ({ settle: useSettle('a'), step: useStep('a') }), {
    wrapper,
  });
  act(() => {
    result.current.settle.mutate({});
    result.current.step.mutate({ step: 8 });
  });
  await waitFor(() => expect(sent).toEqual(['POST /api/spaces/a/settle']));
  reply();
  await waitFor(() => expect(result.current.step.isSuccess).toBe(true));
  expect(sent).toEqual(['POST /api/spaces/a/settle', 'PUT /api/spaces/a/step']);
  expect(client.getQueryData(keyOf('/api/spaces/a/board'))).toEqual({ data: { step: 8 } });
});
