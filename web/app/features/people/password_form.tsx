// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/password_form.tsx
//
// Address and password. Neither is ever kept as a draft.

import { useState } from 'react';
import { Button, Sheet, TextField } from '#ui';
import { t } from '#words';

interface PasswordFormProps {
  isBusy: boolean;
  onSubmit: (entry: { email: string; password: string }) => void;
}

export function PasswordForm({ isBusy, onSubmit }: PasswordFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <Sheet title={t('people.sign_in.with_password')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit({ email, password });
        }}
      >
        <TextField
          label={t('people.sign_in.email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
        />
        <TextField
          label={t('people.sign_in.password')}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isRequired
        />
        <Button type="submit" kind="main" isWide isBusy={isBusy}>
          {t('people.sign_in.submit')}
        </Button>
      </form>
    </Sheet>
  );
}
