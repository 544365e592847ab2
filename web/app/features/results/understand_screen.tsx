// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/understand_screen.tsx
//
// The room where one understands together: what was answered, and what one makes of it.

import { PageHead, TextLink } from '#ui';
import { t } from '#words';
import './results.css';

const doors = [
  { key: 'results', href: '/comprendre/resultats' },
  { key: 'diagnoses', href: '/comprendre/diagnostic' },
] as const;

export function UnderstandScreen() {
  return (
    <>
      <PageHead room="understand" title={t('rooms.understand')} lead={t('results.room.lead')} />
      <ul className="lines read">
        {doors.map(({ key, href }) => (
          <li key={key} className="stack">
            <h2>
              <TextLink href={href}>{t(`results.room.${key}`)}</TextLink>
            </h2>
            <p>{t(`results.room.${key}_lead`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
