// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/refuse_part.tsx
//
// A college may refuse to open, with its reason; or say that its half is lost. Both have consequences that are said before.

import { useState } from 'react';
import { useDraft } from '#app/use_draft.ts';
import { Button, Checkbox, ProblemNote, TextArea, fieldTexts } from '#ui';
import { t } from '#words';
import type { CampaignView, Holder } from './types.ts';
import { useRefuse, useTellLoss } from './use_campaigns.ts';

const reason_max = 1000;

interface RefuseProps {
  view: CampaignView;
  college: Holder;
}

export function RefusePart({ view, college }: RefuseProps) {
  const half = view.halves.find((each) => each.college === college);
  if (half === undefined || half.refused_on != null) return null;
  return (
    <div className="stack">
      <details>
        <summary>{t('campaigns.refuse.title', { college: half.college_name })}</summary>
        <Refusing view={view} college={college} />
      </details>
      <details>
        <summary>{t('campaigns.loss.title', { college: half.college_name })}</summary>
        <Losing view={view} college={college} />
      </details>
    </div>
  );
}

function Refusing({ view, college }: RefuseProps) {
  const draft = useDraft(`campaign.refusal.${view.id}.${college}`, { reason: '' });
  const refuse = useRefuse(view.id);
  const errors = fieldTexts(refuse.error);
  return (
    <form
      className="stack read"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        refuse.mutate({ college, ...draft.value }, { onSuccess: draft.clear });
      }}
    >
      <p>{t('campaigns.refuse.lead')}</p>
      <ProblemNote problem={refuse.error} shownBesideFields={Object.keys(errors)} />
      <TextArea
        label={t('campaigns.refuse.reason')}
        hint={t('campaigns.refuse.reason_hint')}
        isRequired
        length_max={reason_max}
        value={draft.value.reason}
        error={errors['/reason']}
        onChange={(reason) => draft.change({ reason })}
      />
      <p>
        <Button
          type="submit"
          isBusy={refuse.isPending}
          isDisabled={draft.value.reason.trim() === ''}
        >
          {t('campaigns.refuse.go')}
        </Button>
      </p>
    </form>
  );
}

function Losing({ view, college }: RefuseProps) {
  const [isSure, setIsSure] = useState(false);
  const lose = useTellLoss(view.id);
  return (
    <div className="stack read">
      <p>{t('campaigns.loss.lead')}</p>
      <Checkbox label={t('campaigns.loss.sure')} isChecked={isSure} onChange={setIsSure} />
      <ProblemNote problem={lose.error} />
      <p>
        <Button
          isBusy={lose.isPending}
          isDisabled={!isSure}
          onPress={() => lose.mutate({ college })}
        >
          {t('campaigns.loss.go')}
        </Button>
      </p>
    </div>
  );
}
