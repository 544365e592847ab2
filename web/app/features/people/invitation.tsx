// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/invitation.tsx
//
// A seat is offered: what it is, what it means, and taking it, with a new account or one's own.

import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useSignIn } from '#app/session.ts';
import { Button, fieldTexts, PageHead, Plank, ProblemNote, Sheet, TextField } from '#ui';
import { currentLanguage, findWord, fullDay, t } from '#words';
import { LinkForm } from './link_form.tsx';
import { PasswordForm } from './password_form.tsx';
import { type LinkView, useAcceptSeat, useLookAtLink } from './use_link.ts';

interface InvitationProps {
  token: string;
  view: LinkView;
}

export function Invitation({ token, view }: InvitationProps) {
  return (
    <>
      <PageHead
        title={t('people.invitation.title')}
        lead={t('people.invitation.lead', {
          place: view.place_name ?? '',
          college: findWord(`people.college.${view.college_kind}`) ?? '',
          function: view.function_title ?? '',
        })}
      />
      <div className="stack-xl read">
        <p>
          {view.ends_on
            ? t('people.invitation.from_until', {
                day: fullDay(view.starts_on ?? ''),
                until: fullDay(view.ends_on),
              })
            : t('people.invitation.from', { day: fullDay(view.starts_on ?? '') })}{' '}
          {view.substitute && t('people.invitation.substitute')}
        </p>
        <Plank title={t('people.invitation.what')}>
          <ul className="bullets">
            <li>{t('people.invitation.what_read')}</li>
            <li>{t('people.invitation.what_speak')}</li>
            <li>{t('people.invitation.what_union')}</li>
          </ul>
        </Plank>
        {view.signed_in_as ? (
          <TakeAsMe token={token} name={view.signed_in_as} />
        ) : view.account_exists ? (
          <ComeInFirst token={token} />
        ) : (
          <TakeWithNewAccount token={token} />
        )}
      </div>
    </>
  );
}

function useTake() {
  const router = useRouter();
  return useAcceptSeat(
    (place_id) => void router.navigate({ to: `/etablissements/${place_id}/personnes` as never }),
  );
}

function TakeAsMe({ token, name }: { token: string; name: string }) {
  const take = useTake();
  return (
    <div className="stack">
      <ProblemNote problem={take.error} />
      <div>
        <Button
          kind="main"
          isBusy={take.isPending}
          onPress={() => take.mutate({ token, as_signed_in: true })}
        >
          {t('people.invitation.accept_as', { name })}
        </Button>
      </div>
      <p className="soft small">{t('people.invitation.not_me')}</p>
    </div>
  );
}

function ComeInFirst({ token }: { token: string }) {
  const link = useLookAtLink(token);
  const signIn = useSignIn(() => void link.refetch());
  return (
    <div className="stack-xl">
      <p>{t('people.invitation.known')}</p>
      <ProblemNote problem={signIn.error} />
      <PasswordForm
        isBusy={signIn.isPending}
        onSubmit={(entry) => signIn.mutate({ kind: 'password', ...entry })}
      />
      <LinkForm />
    </div>
  );
}

function TakeWithNewAccount({ token }: { token: string }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const take = useTake();
  const wrong = fieldTexts(take.error);
  return (
    <Sheet>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          take.mutate({
            token,
            name,
            locale: currentLanguage(),
            ...(password ? { password } : {}),
          });
        }}
      >
        <TextField
          label={t('people.invitation.name')}
          hint={t('people.account.name_hint')}
          value={name}
          onChange={setName}
          error={wrong['/name']}
          length_max={200}
          autoComplete="name"
          isRequired
        />
        <TextField
          label={t('people.invitation.password')}
          hint={`${t('people.account.password_hint')} ${t('people.invitation.password_hint')}`}
          type="password"
          value={password}
          onChange={setPassword}
          error={wrong['/password']}
          autoComplete="new-password"
        />
        <ProblemNote problem={take.error} />
        <Button type="submit" kind="main" isWide isBusy={take.isPending}>
          {t('people.invitation.accept')}
        </Button>
      </form>
    </Sheet>
  );
}
