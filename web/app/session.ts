// SPDX-License-Identifier: EUPL-1.2
// web/app/session.ts
//
// Who is here. Read once and shared; signing in or out changes everything that was read.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { write } from './api/client.ts';
import type { Problem } from './api/problem.ts';
import { useRead } from './api/queries.ts';
import type { components } from './api/schema.ts';
import { eraseDrafts } from './use_draft.ts';

export type Session = components['schemas']['SessionView'];
export type Account = components['schemas']['SessionAccount'];
export type DemoPerson = components['schemas']['DemoPerson'];
export type Mandate = components['schemas']['HeldMandate'];

export function useSession() {
  return useRead<Session>('/api/session');
}

type Entry =
  | { kind: 'password'; email: string; password: string }
  | { kind: 'link'; token: string }
  | { kind: 'demo'; key: string };

const paths = {
  password: '/api/session',
  link: '/api/session/link',
  demo: '/api/session/demo',
};

/** Everything read before belongs to somebody else. */
function useStartAgain() {
  const client = useQueryClient();
  return async () => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    await client.refetchQueries({ queryKey: ['session'] });
  };
}

export function useSignIn(onDone: () => void) {
  const startAgain = useStartAgain();
  return useMutation<unknown, Problem, Entry>({
    mutationFn: ({ kind, ...body }) => write('POST', paths[kind], body),
    onSuccess: async () => {
      await startAgain();
      onDone();
    },
  });
}

export function useAskLink() {
  return useMutation<unknown, Problem, { email: string }>({
    mutationFn: (body) => write('POST', '/api/session/link-request', body),
  });
}

export function useSignOut(onDone: () => void) {
  const startAgain = useStartAgain();
  return useMutation<unknown, Problem, void>({
    mutationFn: () => write('DELETE', '/api/session'),
    onSuccess: async () => {
      eraseDrafts();
      await startAgain();
      onDone();
    },
  });
}
