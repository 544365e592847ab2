// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/session_list.tsx
//
// Where I am signed in, and how to close it from here. No address and no browser is kept: days suffice.

import { Button, ProblemNote, Section } from '#ui';
import { dayAndHour, t } from '#words';
import { type AccountView, useEndSession } from './use_account.ts';

export function SessionList({ account }: { account: AccountView }) {
  const others = useEndSession('');
  return (
    <Section title={t('people.account.sessions')}>
      <p className="soft">{t('people.account.sessions_lead')}</p>
      <ul className="lines">
        {account.sessions.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
      {account.sessions.length > 1 && (
        <div>
          <Button isBusy={others.isPending} onPress={() => others.mutate()}>
            {t('people.account.session_end_others')}
          </Button>
        </div>
      )}
      <ProblemNote problem={others.error} />
    </Section>
  );
}

function SessionLine({ session }: { session: AccountView['sessions'][number] }) {
  const end = useEndSession(session.id);
  const since = dayAndHour(session.created_at);
  return (
    <li className="row spread">
      <span>
        {session.is_this_one
          ? t('people.account.session_here', { since })
          : t('people.account.session', { since, seen: dayAndHour(session.seen_at) })}
      </span>
      {!session.is_this_one && (
        <Button kind="quiet" isBusy={end.isPending} onPress={() => end.mutate()}>
          {t('people.account.session_end')}
        </Button>
      )}
      <ProblemNote problem={end.error} />
    </li>
  );
}
