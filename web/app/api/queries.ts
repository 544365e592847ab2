// SPDX-License-Identifier: EUPL-1.2
// web/app/api/queries.ts
//
// useRead and useWrite: what a feature's hooks are made of. A query's key is its path ("/api/spaces/x"
// is ['spaces', 'x', …]), which is also the topic the server names when the thing changes (live.ts).

import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Reply, read, type Search, type WriteMethod, write } from './client.ts';
import { Problem } from './problem.ts';

/** Screens refetch when the server says "changed", not whenever a window gets the focus. */
const fresh_ms = 30_000;
const retries_max = 2;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: fresh_ms,
        refetchOnWindowFocus: false,
        refetchOnReconnect: true,
        networkMode: 'always',
        retry: (failures, thrown) => failures < retries_max && isWorthRetrying(thrown),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** The network or a busy server may do better in a second; a refusal will not. */
function isWorthRetrying(thrown: unknown): boolean {
  return thrown instanceof Problem && (thrown.status === 0 || thrown.status === 503);
}

/** "/api/spaces/01h" -> ['spaces', '01h'] */
export function keyOf(path: string, search?: Search): readonly unknown[] {
  const parts = path.replace(/^\/api\//, '').split('/');
  return search === undefined ? parts : [...parts, search];
}

interface ReadOptions {
  search?: Search;
  isEnabled?: boolean;
  /** Asked again by the clock too, for what no live event tells. */
  again_ms?: number;
}

export function useRead<Data>(
  path: string,
  { search, isEnabled = true, again_ms }: ReadOptions = {},
) {
  return useQuery<Reply<Data>, Problem>({
    queryKey: keyOf(path, search),
    queryFn: () => read<Data>(path, search),
    enabled: isEnabled,
    ...(again_ms !== undefined && { refetchInterval: again_ms }),
  });
}

interface WriteOptions<Data> {
  /** Paths whose content the write changes: ['/api/spaces', '/api/home']. */
  changes?: readonly string[];
  /** Writes that name the same thing wait for one another, so that their replies come in the order of the gestures. */
  inTurnOn?: string;
  onDone?: (reply: Reply<Data>) => void;
}

/** const answer = useWrite<Proposal>('POST', `/api/proposals/${id}/answer`, { changes: ['/api/home'] });
    answer.mutate(body); answer.error is a Problem or null. */
export function useWrite<Data, Body = unknown>(
  method: WriteMethod,
  path: string,
  { changes = [], inTurnOn, onDone }: WriteOptions<Data> = {},
) {
  const client = useQueryClient();
  return useMutation<Reply<Data>, Problem, Body>({
    mutationFn: (body) => write<Data>(method, path, body),
    ...(inTurnOn !== undefined && { scope: { id: inTurnOn } }),
    onSuccess: async (reply) => {
      await Promise.all(
        changes.map((changed) => client.invalidateQueries({ queryKey: keyOf(changed) })),
      );
      onDone?.(reply);
    },
  });
}
