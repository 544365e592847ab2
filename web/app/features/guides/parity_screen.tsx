// SPDX-License-Identifier: EUPL-1.2
// web/app/features/guides/parity_screen.tsx
//
// What direction sees: for staff representatives, who are sent the same bytes, and for direction, who may check it.

import { Facts, PageHead, Plank, Section } from '#ui';
import { t } from '#words';

const same = ['home', 'desk', 'gates', 'results', 'sheets', 'audit'] as const;
const never = ['contributions', 'authors', 'small_groups', 'drafts'] as const;

export function ParityScreen() {
  return (
    <>
      <PageHead title={t('guides.parity.title')} lead={t('guides.parity.lead')} />
      <div className="cols">
        <div className="stack-xl">
          <Section title={t('guides.parity.same')}>
            <Facts
              items={same.map((what) => ({
                label: t(`guides.parity.same_${what}`),
                value: t(`guides.parity.same_${what}_how`),
              }))}
            />
          </Section>
          <Section title={t('guides.parity.never')}>
            <Facts
              items={never.map((what) => ({
                label: t(`guides.parity.never_${what}`),
                value: t(`guides.parity.never_${what}_why`),
              }))}
            />
          </Section>
        </div>
        <aside className="stack-xl">
          <Plank title={t('guides.parity.block')}>
            <p>{t('guides.parity.block_text')}</p>
          </Plank>
          <Plank title={t('guides.parity.check')}>
            <p>{t('guides.parity.check_text')}</p>
          </Plank>
        </aside>
      </div>
    </>
  );
}
