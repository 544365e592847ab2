// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/shared_ways.tsx
//
// For those without a phone, or who would rather not use theirs: a kiosk, and sheets of paper that somebody types. What each of
// them makes possible is said here, before it is chosen.

import { useState } from 'react';
import { Button, Notice, ProblemNote, Section } from '#ui';
import { t } from '#words';
import { kioskOf, typingOf } from './links.ts';
import { RefusalNote } from './own_half.tsx';
import { Printed } from './printed.tsx';
import { loadSheetForm, type SheetForm } from './sheet_form.ts';
import { SheetPaper } from './sheet_paper.tsx';
import { ToCopy } from './to_copy.tsx';
import type { CampaignView } from './types.ts';
import { useOwnStep } from './use_own_step.ts';

export function SharedWays({ view }: { view: CampaignView }) {
  return (
    <Section title={t('campaigns.ways.title')}>
      <div className="stack-l read">
        <ToCopy
          name={t('campaigns.reach.kiosk')}
          hint={t('campaigns.reach.kiosk_hint')}
          text={kioskOf(location.origin, view.id)}
        />
        <Paper view={view} />
      </div>
    </Section>
  );
}

function Paper({ view }: { view: CampaignView }) {
  const [sheet, setSheet] = useState<SheetForm | null>(null);
  const step = useOwnStep();
  return (
    <div className="stack">
      <h3>{t('campaigns.ways.paper')}</h3>
      <ol className="bullets">
        <li>{t('campaigns.ways.paper_print')}</li>
        <li>{t('campaigns.ways.paper_collect')}</li>
        <li>{t('campaigns.ways.paper_type')}</li>
      </ol>
      <Notice>
        <p className="read">{t('campaigns.ways.paper_sees')}</p>
      </Notice>
      <RefusalNote refusal={step.refusal} />
      <ProblemNote problem={step.problem} />
      <p>
        <Button
          icon="print"
          isBusy={step.isBusy}
          onPress={() => step.run(async () => setSheet(await loadSheetForm(view.id)))}
        >
          {t('campaigns.ways.print_sheet')}
        </Button>
      </p>
      <ToCopy
        name={t('campaigns.ways.type_sheets')}
        hint={t('campaigns.ways.type_hint')}
        text={typingOf(location.origin, view.id)}
      />
      {sheet !== null && (
        <Printed onDone={() => setSheet(null)}>
          <SheetPaper sheet={sheet} />
        </Printed>
      )}
    </div>
  );
}
