// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/password_change.tsx
//
// Choosing a password. The former one is asked unless there is none, or one came in by a link.

import { useState } from 'react';
import { Button, fieldTexts, ProblemNote, Section, TextField } from '#ui';
import { t } from '#words';
import { type AccountView, useChoosePassword } from './use_account.ts';

export function PasswordChange({ account }: { account: AccountView }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const choose = useChoosePassword(() => {
    setCurrent('');
    setPassword('');
  });
  const wrong = fieldTexts(choose.error);
  const asksCurrent = account.has_password && !account.came_by_link;
  return (
    <Section title={t('people.account.password')}>
      {!account.has_password && <p className="soft">{t('people.account.password_none')}</p>}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          choose.mutate({ password, ...(asksCurrent ? { current_password: current } : {}) });
        }}
      >
        {asksCurrent && (
          <TextField
            label={t('people.account.password_current')}
            type="password"
            value={current}
            onChange={setCurrent}
            error={wrong['/current_password']}
            autoComplete="current-password"
            isRequired
          />
        )}
        <TextField
          label={t('people.account.password_new')}
          hint={t('people.account.password_hint')}
          type="password"
          value={password}
          onChange={setPassword}
          error={wrong['/password']}
          autoComplete="new-password"
          isRequired
        />
        <ProblemNote problem={choose.error} />
        <div>
          <Button type="submit" isBusy={choose.isPending}>
            {t('people.account.password_submit')}
          </Button>
        </div>
        <p role="status">{choose.isSuccess && t('people.account.password_done')}</p>
      </form>
    </Section>
  );
}
