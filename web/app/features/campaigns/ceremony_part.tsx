// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/ceremony_part.tsx
//
// The making of the key: each college draws its half, and until both have, signed and rehearsed, nobody is asked anything. Both
// are told the same, in the same words, side by side.

import type { Can } from '#app/api/loaded.tsx';
import { DataTable, Notice, Plank, Section, StateMark } from '#ui';
import { t } from '#words';
import { HalfSteps } from './half_steps.tsx';
import { type CampaignView, type HalfState, holders } from './types.ts';

const rows = [
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
        <SideBySide view={view} />
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

function SideBySide({ view }: { view: CampaignView }) {
  return (
    <DataTable
      caption={t('campaigns.ceremony.table')}
      isCaptionHidden
      isStacked
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        {
          id: 'step',
          label: t('campaigns.ceremony.step'),
          isRowHeader: true,
          cell: (row) => t(`campaigns.ceremony.row.${row.id}`),
        },
        ...view.halves.map((half) => ({
          id: half.college,
          label: half.college_name,
          cell: (row: (typeof rows)[number]) => (
            <StateMark state={row.isDone(half) ? 'done' : 'to_come'} />
          ),
        })),
      ]}
    />
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
