// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/ceremony_part.tsx
//
// The making of the key: each college draws its half, and until both have, signed and rehearsed, nobody is asked anything. Both
// are told the same, in the same words, side by side.

import type { Can } from '#app/api/loaded.tsx';
import { Notice, Plank, Section } from '#ui';
import { t } from '#words';
import { HalfSteps } from './half_steps.tsx';
import { SideBySide } from './side_by_side.tsx';
import { type CampaignView, type HalfState, holders } from './types.ts';

const steps = [
  { id: 'committed', isDone: (half: HalfState) => half.committed },
  { id: 'revealed', isDone: (half: HalfState) => half.revealed },
  { id: 'manifest_signed', isDone: (half: HalfState) => half.manifest_signed },
  { id: 'rehearsed_device', isDone: (half: HalfState) => half.rehearsed_device },
  { id: 'rehearsed_sheets', isDone: (half: HalfState) => half.rehearsed_sheets },
] as const;

export function CeremonyPart({ view, can }: { view: CampaignView; can: Can }) {
  const held = holders.filter((college) => can(`hold:${college}`));
  return (
    <div className="stack-xl">
      <Section title={t('campaigns.ceremony.title')}>
        <p className="read">{t('campaigns.ceremony.lead')}</p>
        <SideBySide
          caption={t('campaigns.ceremony.table')}
          halves={view.halves}
          steps={steps.map((step) => ({ ...step, label: t(`campaigns.ceremony.row.${step.id}`) }))}
        />
      </Section>
      <BeforeSigning />
      {held.map((college) => (
        <HalfSteps key={college} view={view} college={college} />
      ))}
      {held.length === 0 && (
        <Notice>
          <p className="read">{t('campaigns.ceremony.not_yours')}</p>
        </Notice>
      )}
    </div>
  );
}

/** Said before anybody signs, and not hidden: what can no longer be undone. */
function BeforeSigning() {
  return (
    <Plank title={t('campaigns.ceremony.know.title')}>
      <ul className="bullets read">
        <li>{t('campaigns.ceremony.know.lost')}</li>
        <li>{t('campaigns.ceremony.know.alone')}</li>
        <li>{t('campaigns.ceremony.know.refuse')}</li>
        <li>{t('campaigns.ceremony.know.few')}</li>
        <li>{t('campaigns.ceremony.know.operator')}</li>
      </ul>
    </Plank>
  );
}
