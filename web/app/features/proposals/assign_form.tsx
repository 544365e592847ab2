// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/assign_form.tsx
//
// The college that owes the answer may give it to somebody of the establishment, and take it back.

import { Button, ProblemNote, Select } from '#ui';
import { t } from '#words';
import { useChoices } from '../spaces/index.ts';
import { type ProposalView, useAssign } from './use_proposals.ts';

export function AssignForm({ view }: { view: ProposalView }) {
  const { proposal } = view;
  const choices = useChoices();
  const assign = useAssign(proposal.id);
  const people =
    choices.data?.data.items.find((each) => each.establishment_id === proposal.establishment_id)
      ?.people ?? [];
  return (
    <div className="stack">
      <Select
        label={t('proposals.assign.label')}
        hint={t('proposals.assign.hint')}
        isOptional
        value={proposal.assigned_to ?? ''}
        options={people.map((each) => ({ value: each.id, label: each.name }))}
        onChange={(id) =>
          assign.mutate({ account_id: id === '' ? null : id, version: proposal.version })
        }
      />
      {proposal.assigned_to && (
        <Button
          icon="undo"
          isBusy={assign.isPending}
          onPress={() => assign.mutate({ account_id: null, version: proposal.version })}
        >
          {t('proposals.assign.take_back')}
        </Button>
      )}
      <ProblemNote problem={assign.error} />
    </div>
  );
}
