// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/link_form.tsx
//
// Asks for a one-time link. The answer is the same whether the address is known or not.

import { useState } from 'react';
import { useAskLink } from '#app/session.ts';
import { Button, ProblemNote, Section, TextField } from '#ui';
import { t } from '#words';

export function LinkForm() {
  const [email, setEmail] = useState('');
  const ask = useAskLink();
  return (
    <Section title={t('people.sign_in.by_link')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate({ email });
        }}
      >
        <TextField
          label={t('people.sign_in.email')}
          hint={t('people.sign_in.by_link_hint')}
          type="email"
          name="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
          isRequired
        />
        <Button type="submit" isBusy={ask.isPending}>
          {t('people.sign_in.by_link')}
        </Button>
        <ProblemNote problem={ask.error} />
        <p role="status">{ask.isSuccess && t('people.sign_in.link_sent')}</p>
      </form>
    </Section>
  );
}
