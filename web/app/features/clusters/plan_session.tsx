// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/plan_session.tsx
//
// The next session, planned by whoever facilitates: which step of the path, which day, where, what to prepare.

import { inLanguage } from '#app/pack_text.ts';
import { useDraft } from '#app/use_draft.ts';
import {
  Button,
  DateField,
  fieldTexts,
  ProblemNote,
  SavingMark,
  Select,
  TextArea,
  TextField,
} from '#ui';
import { t } from '#words';
import { type Cluster, usePlanSession } from './use_clusters.ts';

const empty = {
  step_key: '',
  subject: '',
  held_on: '',
  starts_at: '',
  ends_at: '',
  place_text: '',
  to_prepare: '',
};

export function PlanSession({ cluster }: { cluster: Cluster }) {
  const draft = useDraft(`clusters.session.${cluster.programme.id}`, {
    ...empty,
    step_key: cluster.programme.step,
  });
  const plan = usePlanSession(cluster.programme.id);
  const errors = fieldTexts(plan.error);
  const { value, change } = draft;
  return (
    <details className="home-forms">
      <summary>{t('clusters.plan.title')}</summary>
      <div className="stack read">
        <Select
          label={t('clusters.plan.step')}
          value={value.step_key}
          options={cluster.steps.map(({ key, title }) => ({
            value: key,
            label: inLanguage(title),
          }))}
          onChange={(step_key) => change({ step_key })}
        />
        <TextField
          label={t('clusters.plan.name')}
          value={value.subject}
          length_max={400}
          error={errors['/subject']}
          onChange={(subject) => change({ subject })}
        />
        <DateField
          label={t('clusters.plan.day')}
          value={value.held_on}
          error={errors['/held_on']}
          onChange={(held_on) => change({ held_on })}
        />
        <TextField
          label={t('clusters.plan.from')}
          hint={t('clusters.plan.hour_hint')}
          isOptional
          value={value.starts_at}
          length_max={5}
          error={errors['/starts_at']}
          onChange={(starts_at) => change({ starts_at })}
        />
        <TextField
          label={t('clusters.plan.to')}
          isOptional
          value={value.ends_at}
          length_max={5}
          error={errors['/ends_at']}
          onChange={(ends_at) => change({ ends_at })}
        />
        <TextField
          label={t('clusters.plan.where')}
          isOptional
          value={value.place_text}
          length_max={200}
          onChange={(place_text) => change({ place_text })}
        />
        <TextArea
          label={t('clusters.plan.prepare')}
          hint={t('clusters.plan.prepare_hint')}
          isOptional
          value={value.to_prepare}
          rows={3}
          onChange={(to_prepare) => change({ to_prepare })}
        />
        <ProblemNote
          problem={plan.error}
          shownBesideFields={['/subject', '/held_on', '/starts_at', '/ends_at']}
        />
        <p className="row">
          <Button
            kind="main"
            isBusy={plan.isPending}
            isDisabled={value.subject.trim() === '' || value.held_on === ''}
            onPress={() =>
              plan.mutate(
                {
                  ...value,
                  number: cluster.steps.findIndex((step) => step.key === value.step_key) + 1,
                  ideas: '',
                },
                { onSuccess: draft.clear },
              )
            }
          >
            {t('clusters.plan.keep')}
          </Button>
          <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
        </p>
      </div>
    </details>
  );
}
