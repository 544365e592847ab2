// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/link_screen.tsx
//
// Arrived by a one-time link. The link is spent by a press, not by opening the page: mail programs
// open links before people do.

import { useParams, useRouter } from '@tanstack/react-router';
import { useSignIn } from '#app/session.ts';
import { Button, LinkButton, PageHead, ProblemNote } from '#ui';
import { t } from '#words';

export function LinkScreen() {
  const { token } = useParams({ from: '/entrer/$token' });
  const router = useRouter();
  const signIn = useSignIn(() => void router.navigate({ to: '/', replace: true }));
  return (
    <>
      <PageHead title={t('people.sign_in.title')} />
      <div className="stack">
        <ProblemNote problem={signIn.error}>
          <p>{t('people.sign_in.link_failed')}</p>
          <p>
            <LinkButton href="/entrer">{t('people.sign_in.by_link')}</LinkButton>
          </p>
        </ProblemNote>
        <Button
          kind="main"
          isBusy={signIn.isPending}
          onPress={() => signIn.mutate({ kind: 'link', token })}
        >
          {t('people.sign_in.submit')}
        </Button>
      </div>
    </>
  );
}
