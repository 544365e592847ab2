// SPDX-License-Identifier: EUPL-1.2
// web/app/api/loaded.tsx
//
// <Loaded from={useThing(id)}>{(thing, can) => …}</Loaded>: waits, tells what went wrong, or shows.
// `can('answer')` reads the abilities that came with the data; the page decides no right itself.

import type { ReactNode } from 'react';
import { LinkButton, Loading, ProblemNote } from '#ui';
import { t } from '#words';
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
    return <NotShown problem={from.error} onRetry={() => void from.refetch()} />;
  return waiting ?? <Loading />;
}

/** Trying again helps when the network or the server failed; a refusal gets a way out instead. */
function NotShown({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  if (problem.status === 401)
    return (
      <ProblemNote problem={problem} takesFocus={false}>
        <p>
          <LinkButton href="/entrer" kind="main">
            {t('nav.sign_in')}
          </LinkButton>
        </p>
      </ProblemNote>
    );
  if (problem.status === 403 || problem.status === 404)
    return (
      <ProblemNote problem={problem} takesFocus={false}>
        <p>
          <LinkButton href="/">{t('nav.not_found.home')}</LinkButton>
        </p>
      </ProblemNote>
    );
  return <ProblemNote problem={problem} onRetry={onRetry} takesFocus={false} />;
}
