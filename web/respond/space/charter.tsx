// SPDX-License-Identifier: EUPL-1.2
// web/respond/space/charter.tsx
//
// Before entering: who reads, until when, what cannot be promised; then who facilitates, whether hierarchy attends,
// what is still open and who decides.

/** @jsxImportSource preact */

import { useState } from 'preact/hooks';
import type { PhoneView } from '../api.ts';
import { Icon, OtherLanguage, plainDay } from '../pieces.tsx';
import { type Language, t } from '../words.ts';

interface CharterProps {
  view: PhoneView;
  onEnter: () => Promise<boolean>;
  onLanguage: (language: Language) => void;
}

export function Charter({ view, onEnter, onLanguage }: CharterProps) {
  const [isBusy, setIsBusy] = useState(false);
  return (
    <>
      <p class="voice">{t('respond.charter.lead')}</p>
      <dl class="charter">
        <div>
          <dt>
            <Icon name="eye" />
            {t('respond.charter.who_reads')}
          </dt>
          <dd>{view.who_reads}</dd>
        </div>
        <div>
          <dt>
            <Icon name="clock" />
            {t('respond.charter.until_when')}
          </dt>
          <dd>
            {view.until_when} {t('respond.charter.destroyed', { day: plainDay(view.destroy_on) })}
          </dd>
        </div>
        <div>
          <dt>
            <Icon name="quote" />
            {t('respond.charter.cannot_promise')}
          </dt>
          <dd>{view.cannot_promise}</dd>
        </div>
      </dl>
      <p>
        <button
          type="button"
          class="btn main wide"
          aria-disabled={isBusy}
          onClick={() => {
            if (isBusy) return;
            setIsBusy(true);
            void onEnter().finally(() => setIsBusy(false));
          }}
        >
          {t('respond.charter.enter')}
        </button>
      </p>
      <p class="small soft">{t('respond.charter.takes')}</p>
      <dl class="facts small">
        <div>
          <dt>{t('respond.charter.openness')}</dt>
          <dd>
            {t(`respond.openness.${view.openness}`)} {view.still_open}
          </dd>
        </div>
        <div>
          <dt>{t('respond.charter.decided_by')}</dt>
          <dd>{view.decided_by}</dd>
        </div>
        <div>
          <dt>{t('respond.charter.facilitated_by')}</dt>
          <dd>{view.facilitated_by}</dd>
        </div>
        <div>
          <dt>{t('respond.charter.hierarchy')}</dt>
          <dd>{view.hierarchy_words || t(`respond.hierarchy.${view.hierarchy}`)}</dd>
        </div>
        <div>
          <dt>{t('respond.charter.remainder')}</dt>
          <dd>{t(`respond.remainder.${view.remainder}`)}</dd>
        </div>
      </dl>
      <OtherLanguage onLanguage={onLanguage} />
    </>
  );
}
