// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/account_form.tsx
//
// The name I am seen by, and my address while it is the provisional one of the first administrator.

import { useState } from 'react';
import { Button, fieldTexts, ProblemNote, Section, TextField } from '#ui';
import { t } from '#words';
import { type AccountView, useEditAccount } from './use_account.ts';

export function AccountForm({ account }: { account: AccountView }) {
  const [name, setName] = useState(account.name);
  const [email, setEmail] = useState(account.email_is_provisional ? '' : account.email);
  const edit = useEditAccount();
  const wrong = fieldTexts(edit.error);
  return (
    <Section>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          edit.mutate({
            name,
            locale: account.locale,
            ...(account.email_is_provisional && email ? { email } : {}),
          });
        }}
      >
        <TextField
          label={t('people.account.name')}
          hint={t('people.account.name_hint')}
          value={name}
          onChange={setName}
          error={wrong['/name']}
          length_max={200}
          autoComplete="name"
          isRequired
        />
        <TextField
          label={t('people.account.address')}
          hint={account.email_is_provisional ? t('people.account.address_provisional') : undefined}
          type="email"
          value={email}
          onChange={setEmail}
          error={wrong['/email']}
          autoComplete="email"
          isDisabled={!account.email_is_provisional}
        />
        <ProblemNote problem={edit.error} />
        <div className="row">
          <Button type="submit" isBusy={edit.isPending}>
            {t('people.account.save')}
          </Button>
          <span role="status">{edit.isSuccess && t('people.account.saved')}</span>
        </div>
      </form>
    </Section>
  );
}
