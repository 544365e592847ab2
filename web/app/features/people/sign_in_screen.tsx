// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/sign_in_screen.tsx
//
// By password, by a link sent to an address, or, in a demonstration, as one of its people. Whoever
// only takes part in a discussion needs none of this, and is told so.

import { useRouter } from '@tanstack/react-router';
import { useSession, useSignIn } from '#app/session.ts';
import { PageHead, ProblemNote } from '#ui';
import { t } from '#words';
import { DemoPeople } from './demo_people.tsx';
import { LinkForm } from './link_form.tsx';
import { PasswordForm } from './password_form.tsx';
import './people.css';

export function SignInScreen() {
  const router = useRouter();
  const session = useSession();
  const signIn = useSignIn(() => {
    if (router.state.location.pathname.startsWith('/entrer')) void router.navigate({ to: '/' });
  });
  const people = session.data?.data.demo_people ?? [];

  return (
    <>
      <PageHead title={t('people.sign_in.title')} lead={t('people.sign_in.lead')} />
      <ProblemNote
        problem={session.error}
        takesFocus={false}
        onRetry={() => void session.refetch()}
      />
      <ProblemNote problem={signIn.error} />
      <div className={people.length > 0 ? 'cols wide-side sign-in' : 'sign-in'}>
        {people.length > 0 && (
          <DemoPeople
            people={people}
            isBusy={signIn.isPending}
            onChoose={(key) => signIn.mutate({ kind: 'demo', key })}
          />
        )}
        <div className="stack-xl sign-in-forms">
          <PasswordForm
            isBusy={signIn.isPending}
            onSubmit={(entry) => signIn.mutate({ kind: 'password', ...entry })}
          />
          <LinkForm />
        </div>
      </div>
    </>
  );
}
