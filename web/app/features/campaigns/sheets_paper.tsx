// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/sheets_paper.tsx
//
// A half on three sheets, one page each: what it is, which of three, who keeps it and where, and what it must never lie beside.

import { fullDay, t } from '#words';
import type { CampaignView } from './types.ts';

interface HalfSheetsProps {
  view: CampaignView;
  name: string;
  sheets: readonly string[];
}

export function HalfSheets({ view, name, sheets }: HalfSheetsProps) {
  return sheets.map((text, at) => (
    <article className="printed-page" key={text}>
      <p>
        {view.establishment_name} · {view.title}
      </p>
      <h2>{t('campaigns.sheet.title', { number: at + 1, college: name })}</h2>
      <p>{t('campaigns.sheet.what')}</p>
      <p className="is-typed">{text}</p>
      <ul>
        <li>{t('campaigns.sheet.two')}</li>
        <li>{t('campaigns.sheet.apart')}</li>
        <li>{t('campaigns.sheet.no_picture')}</li>
        {view.destroy_by && (
          <li>{t('campaigns.sheet.until', { day: fullDay(view.destroy_by) })}</li>
        )}
      </ul>
      <h3>{t('campaigns.sheet.keeper')}</h3>
      <p className="is-blank" />
      <h3>{t('campaigns.sheet.where')}</h3>
      <p className="is-blank" />
      <p>{t('campaigns.sheet.campaign', { id: view.id })}</p>
    </article>
  ));
}
