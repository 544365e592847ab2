// SPDX-License-Identifier: EUPL-1.2
// web/app/features/guides/first_steps.tsx
//
// Beside the home page: one page to begin with, for each.

import { Section, TextLink } from '#ui';
import { t } from '#words';

const guides = [
  ['/animer', 'facilitate'],
  ['/parite', 'parity'],
  ['/direction', 'direction'],
  ['/visite', 'visit'],
] as const;

export function FirstSteps() {
  return (
    <Section title={t('guides.first_steps')}>
      <ul className="lines">
        {guides.map(([path, name]) => (
          <li key={path}>
            <TextLink href={path}>{t(`guides.${name}.link`)}</TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
