// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/use_link.ts
//
// The secret after # in the address: read once, taken out of the address bar and the history, and sent
// only in bodies.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Reply, write } from '#app/api/client.ts';
import type { Problem } from '#app/api/problem.ts';
import type { components } from '#app/api/schema.ts';

export type LinkView = components['schemas']['LinkView'];
type AcceptSeat = components['schemas']['AcceptSeat'];
type SeatTaken = components['schemas']['SeatTaken'];

const storage = 'etabli.link';

/** Survives the detour by the sign-in page, in this tab only. */
function takeToken(): string {
  const inAddress = window.location.hash.slice(1);
  if (inAddress) sessionStorage.setItem(storage, inAddress);
  return inAddress || (sessionStorage.getItem(storage) ?? '');
}

export function forgetLink(): void {
  sessionStorage.removeItem(storage);
}

export function useLinkToken(): string {
  const [token] = useState(takeToken);
  useEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', '/lien');
  }, []);
  return token;
}

export function useLookAtLink(token: string) {
  return useQuery<Reply<LinkView>, Problem>({
    queryKey: ['link', token],
    queryFn: () => write<LinkView>('POST', '/api/links/look', { token }),
    enabled: token !== '',
    retry: false,
  });
}

export function useAcceptSeat(onDone: (place_id: string) => void) {
  const client = useQueryClient();
  return useMutation<Reply<SeatTaken>, Problem, AcceptSeat>({
    mutationFn: (body) => write<SeatTaken>('POST', '/api/invitations/accept', body),
    onSuccess: async (reply) => {
      forgetLink();
      client.removeQueries({
        predicate: (query) => query.queryKey[0] !== 'session' && query.queryKey[0] !== 'link',
      });
      await client.refetchQueries({ queryKey: ['session'], exact: true });
      onDone(reply.data.place_id);
    },
  });
}
