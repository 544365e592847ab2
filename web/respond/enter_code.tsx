// SPDX-License-Identifier: EUPL-1.2
// web/respond/enter_code.tsx
//
// Asks for the code of the poster. The poster's QR code carries it, so few people see this page.

/** @jsxImportSource preact */

import { useState } from 'preact/hooks';
import { Page } from './page.tsx';
import { currentLanguage, type Language, t } from './words.ts';

export function EnterCode({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const [code, setCode] = useState('');
  const other = currentLanguage() === 'fr' ? 'en' : 'fr';
  return (
    <Page title={t('respond.title')} under={t('respond.lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const path = code.trim().toUpperCase();
          const way = location.pathname.startsWith('/e/') ? 'e' : 's';
          if (path !== '') location.assign(`/${way}/${encodeURIComponent(path)}`);
        }}
      >
        <label for="code">{t('respond.code_label')}</label>
        <span class="hint" id="code-hint">
          {t('respond.code_hint')}
        </span>
        <input
          id="code"
          class="input"
          aria-describedby="code-hint"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={32}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
        <button type="submit" class="btn main wide">
          {t('respond.code_submit')}
        </button>
      </form>
      <p>
        <button type="button" class="as-link" lang={other} onClick={() => onLanguage(other)}>
          {t('respond.other_language')}
        </button>
      </p>
    </Page>
  );
}
