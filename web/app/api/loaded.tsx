// SPDX-License-Identifier: EUPL-1.2
// web/app/api/loaded.tsx
//
// <Loaded from={useThing(id)}>{(thing, can) => …}</Loaded>: waits, tells what went wrong, or shows.
// `can('answer')` reads the abilities that came with the data; the page decides no right itself.

import type { ReactNode } from 'react';
import { Loading, ProblemNote } from '#ui';
import type { Reply } from './client.ts';
import type { Problem } from './problem.ts';

export type Can = (ability: string) => boolean;

interface LoadedProps<Data> {
  from: {
    data: Reply<Data> | undefined;
    error: Problem | null;
    refetch: () => unknown;
  };
  children: (data: Data, can: Can) => ReactNode;
  /** Instead of the quiet word while waiting. */
  waiting?: ReactNode;
}

export function Loaded<Data>({ from, children, waiting }: LoadedProps<Data>) {
  if (from.data !== undefined) {
    const { data, abilities } = from.data;
    return children(data, (ability) => (abilities ?? []).includes(ability));
  }
  if (from.error !== null)
    return (
      <ProblemNote problem={from.error} onRetry={() => void from.refetch()} takesFocus={false} />
    );
  return waiting ?? <Loading />;
}
