// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/account_screen.tsx
//
// My account: my mandates, the language and the look of this device, and the way out.

import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { chooseLanguage, chooseTheme, currentTheme, type Theme, themes } from '#app/preferences.ts';
import { type Account, useSession, useSignOut } from '#app/session.ts';
import { Button, Choice, Loading, PageHead, ProblemNote, Section } from '#ui';
import { currentLanguage, t } from '#words';
import { SignInScreen } from './sign_in_screen.tsx';

/** Each language in its own words: whoever looks for one cannot read the other. */
const languageNames = [
  { value: 'fr' as const, label: <span lang="fr">{'Français'}</span> },
  { value: 'en' as const, label: <span lang="en">{'English'}</span> },
];

export function AccountScreen() {
  const session = useSession();
  const [theme, setTheme] = useState<Theme>(currentTheme);
  if (session.data === undefined && session.error === null) return <Loading />;
  const account = session.data?.data.account;
  if (!account) return <SignInScreen />;
  return (
    <>
      <PageHead title={t('people.account.title')} lead={account.name} />
      <div className="cols">
        <div className="stack-xl">
          <Mandates account={account} />
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
        </div>
        <SignOut />
      </div>
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
            {t('people.account.mandate', {
              function: mandate.function_title,
              place: mandate.place_name,
            })}
          </li>
        ))}
      </ul>
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
