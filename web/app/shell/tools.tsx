// SPDX-License-Identifier: EUPL-1.2
// web/app/shell/tools.tsx
//
// Whom to contact, search, and the person: always at hand, at the top right.

import { Icon, TextLink } from '#ui';
import { t } from '#words';
import type { Account } from '../session.ts';

export function Tools({ account, isKnown }: { account: Account | null; isKnown: boolean }) {
  return (
    <nav className="tools" aria-label={t('nav.tools')}>
      <TextLink className="tool contact" href="/qui-contacter">
        <Icon name="help" />
        {t('nav.contact')}
      </TextLink>
      {account && (
        <>
          <TextLink className="tool" href="/chercher" aria-label={t('nav.search')}>
            <Icon name="search" />
          </TextLink>
          <TextLink
            className="tool"
            href="/compte"
            aria-label={t('nav.account', { name: account.name })}
          >
            <Icon name="person" />
          </TextLink>
        </>
      )}
      {isKnown && !account && (
        <TextLink className="tool" href="/entrer">
          <Icon name="person" />
          {t('nav.sign_in')}
        </TextLink>
      )}
    </nav>
  );
}
