// SPDX-License-Identifier: EUPL-1.2
// web/app/shell/not_found_screen.tsx
//
// No such page: says why that may be, and two ways on.

import { LinkButton, PageHead } from '#ui';
import { t } from '#words';

export function NotFoundScreen() {
  return (
    <>
      <PageHead title={t('nav.not_found.title')} lead={t('nav.not_found.lead')} />
      <div className="row">
        <LinkButton kind="main" href="/">
          {t('nav.not_found.home')}
        </LinkButton>
        <LinkButton href="/chercher">{t('nav.not_found.search')}</LinkButton>
      </div>
    </>
  );
}
