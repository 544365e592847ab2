// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/link_screen.tsx
//
// Arrived by a link: to come in, or to take a seat. It is spent by a press, not by opening the page:
// mail programs open links before people do.

import { useRouter } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { useSignIn } from '#app/session.ts';
import { Button, EmptyState, LinkButton, PageHead, ProblemNote } from '#ui';
import { t } from '#words';
import { Invitation } from './invitation.tsx';
import { forgetLink, useLinkToken, useLookAtLink } from './use_link.ts';

export function LinkScreen() {
  const token = useLinkToken();
  const link = useLookAtLink(token);
  if (token === '' || link.error?.code === 'session.link_not_valid') return <NoLink />;
  return (
    <Loaded from={link}>
      {(view) =>
        view.purpose === 'invitation' ? (
          <Invitation token={token} view={view} />
        ) : (
          <SignIn token={token} isFirst={view.purpose === 'first'} />
        )
      }
    </Loaded>
  );
}

function NoLink() {
  return (
    <>
      <PageHead title={t('people.link.title')} />
      <EmptyState
        title={t('people.sign_in.link_failed')}
        action={<LinkButton href="/entrer">{t('people.sign_in.by_link')}</LinkButton>}
      >
        <p>{t('people.link.missing')}</p>
      </EmptyState>
    </>
  );
}

function SignIn({ token, isFirst }: { token: string; isFirst: boolean }) {
  const router = useRouter();
  const signIn = useSignIn(() => {
    forgetLink();
    void router.navigate({ to: isFirst ? '/administration' : '/', replace: true });
  });
  return (
    <>
      <PageHead
        title={t('people.link.title')}
        lead={isFirst ? t('people.link.first_lead') : t('people.link.sign_in_lead')}
      />
      <div className="stack">
        <ProblemNote problem={signIn.error} />
        <div>
          <Button
            kind="main"
            isBusy={signIn.isPending}
            onPress={() => signIn.mutate({ kind: 'link', token })}
          >
            {t('people.sign_in.submit')}
          </Button>
        </div>
      </div>
    </>
  );
}
