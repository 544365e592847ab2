// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/account_screen.tsx
//
// My account: my mandates, my name, the language and the look of this device, my password, where I am
// signed in, and the way out.

import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { chooseLanguage, chooseTheme, currentTheme, type Theme, themes } from '#app/preferences.ts';
import { type Account, useSession, useSignOut } from '#app/session.ts';
import { Button, Choice, LinkButton, Loading, PageHead, ProblemNote, Section, TextLink } from '#ui';
import { currentLanguage, t } from '#words';
import { AccountForm } from './account_form.tsx';
import './people.css';
import { PasswordChange } from './password_change.tsx';
import { SessionList } from './session_list.tsx';
import { SignInScreen } from './sign_in_screen.tsx';
import { useAccount } from './use_account.ts';

/** Each language in its own words: whoever looks for one cannot read the other. */
const languageNames = [
  { value: 'fr' as const, label: <span lang="fr">{'Français'}</span> },
  { value: 'en' as const, label: <span lang="en">{'English'}</span> },
];

export function AccountScreen() {
  const session = useSession();
  const account = session.data?.data.account;
  const own = useAccount(account !== null && account !== undefined);
  if (session.data === undefined && session.error === null) return <Loading />;
  if (!account) return <SignInScreen />;
  return (
    <>
      <PageHead title={t('people.account.title')} lead={account.name} />
      <div className="cols">
        <div className="stack-xl">
          <Mandates account={account} />
          <Loaded from={own}>
            {(view) => (
              <>
                <AccountForm key={view.name} account={view} />
                <PasswordChange account={view} />
                <SessionList account={view} />
              </>
            )}
          </Loaded>
        </div>
        <div className="stack-xl">
          <Appearance />
          <SignOut />
        </div>
      </div>
    </>
  );
}

function Appearance() {
  const [theme, setTheme] = useState<Theme>(currentTheme);
  return (
    <>
      <Choice
        label={t('people.account.language')}
        options={languageNames}
        value={currentLanguage()}
        onChange={(language) => void chooseLanguage(language)}
        isSideBySide
      />
      <Choice
        label={t('nav.theme')}
        options={themes.map((value) => ({ value, label: t(`nav.theme.${value}`) }))}
        value={theme}
        onChange={(next) => {
          chooseTheme(next);
          setTheme(next);
        }}
        isSideBySide
      />
    </>
  );
}

function Mandates({ account }: { account: Account }) {
  return (
    <Section title={t('people.account.mandates')}>
      {account.mandates.length === 0 && <p className="soft">{t('people.account.no_mandate')}</p>}
      <ul className="lines">
        {account.mandates.map((mandate) => (
          <li key={mandate.mandate_id}>
            <p>
              {t('people.account.mandate', {
                function: mandate.function_title,
                place: mandate.place_name,
              })}
            </p>
            <p className="row small">
              <TextLink href={`/etablissements/${mandate.place_id}/personnes`}>
                {t('people.account.people_of')}
              </TextLink>
              <TextLink href={`/etablissements/${mandate.place_id}/lieux`}>
                {t('people.account.places_of')}
              </TextLink>
            </p>
          </li>
        ))}
      </ul>
      {account.administrator && (
        <div>
          <LinkButton href="/administration" icon="arrow">
            {t('people.account.administration')}
          </LinkButton>
        </div>
      )}
    </Section>
  );
}

function SignOut() {
  const router = useRouter();
  const signOut = useSignOut(() => void router.navigate({ to: '/entrer' }));
  return (
    <Section>
      <Button isBusy={signOut.isPending} onPress={() => signOut.mutate()}>
        {t('people.account.sign_out')}
      </Button>
      <p className="soft small">{t('people.account.sign_out_hint')}</p>
      <ProblemNote problem={signOut.error} />
    </Section>
  );
}
