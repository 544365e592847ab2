// SPDX-License-Identifier: EUPL-1.2
// web/app/shell/foot.tsx
//
// The foot of every page: what Établi is not made for and whom to contact instead, where one is,
// and the other language.

import { TextLink } from '#ui';
import { currentLanguage, rich, t } from '#words';
import { chooseLanguage } from '../preferences.ts';

export function Foot({ placeName }: { placeName: string | undefined }) {
  const other = currentLanguage() === 'fr' ? 'en' : 'fr';
  return (
    <footer className="foot">
      <div className="foot-inside">
        <p>
          {rich('nav.danger', { b: (inside) => <strong key="danger">{inside}</strong> })}{' '}
          <TextLink href="/qui-contacter">{t('nav.danger_link')}</TextLink>
        </p>
        <p className="row soft">
          {placeName && <span>{placeName}</span>}
          <TextLink href="/public">{t('nav.public')}</TextLink>
          <button
            type="button"
            className="as-link no-print"
            lang={other}
            onClick={() => void chooseLanguage(other)}
          >
            {t('nav.other_language')}
          </button>
        </p>
      </div>
    </footer>
  );
}
