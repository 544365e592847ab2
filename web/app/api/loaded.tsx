// SPDX-License-Identifier: EUPL-1.2
// web/app/api/loaded.tsx
//
// <Loaded from={useThing(id)}>{(thing, can) => …}</Loaded>: waits, tells what went wrong, or shows.
// `can('answer')` reads the abilities that came with the data; the page decides no right itself.
// Who is here is asked at the same time and waited for too: a form begins with their home, their name, the day it is.

import type { ReactNode } from 'react';
import { LinkButton, Loading, ProblemNote } from '#ui';
import { t } from '#words';
import { useSession } from '../session.ts';
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
  const session = useSession();
  if (from.data !== undefined && session.data !== undefined) {
    const { data, abilities } = from.data;
    return children(data, (ability) => (abilities ?? []).includes(ability));
  }
  for (const asked of [from, session])
    if (asked.data === undefined && asked.error !== null)
      return <NotShown problem={asked.error} onRetry={() => void asked.refetch()} />;
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
