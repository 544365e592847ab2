// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/steering.tsx
//
// What whoever facilitates writes for all: the step that comes, the days of support, the credits.

import { useState } from 'react';
import { inLanguage } from '#app/pack_text.ts';
import { useDraft } from '#app/use_draft.ts';
import { Button, fieldTexts, ProblemNote, SavingMark, TextArea, TextField } from '#ui';
import { Dialog } from '#ui/dialog.tsx';
import { t } from '#words';
import { stepAfter } from './path_of.ts';
import { type Cluster, useStepForward, useWriteSupport } from './use_clusters.ts';

export function StepForward({ cluster }: { cluster: Cluster }) {
  const [isOpen, setIsOpen] = useState(false);
  const forward = useStepForward(cluster.programme.id);
  const next = stepAfter(cluster);
  if (next === undefined) return null;
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>{t('clusters.step.open')}</Button>
      <Dialog title={t('clusters.step.open')} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <p>{t('clusters.step.lead', { step: inLanguage(next.title) })}</p>
        <ProblemNote problem={forward.error} />
        <p>
          <Button
            kind="main"
            isBusy={forward.isPending}
            onPress={() => forward.mutate({ to: next.key }, { onSuccess: () => setIsOpen(false) })}
          >
            {t('clusters.step.submit')}
          </Button>
        </p>
      </Dialog>
    </>
  );
}

const asText = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value);
/** A comma is how people here write half a day. */
const asNumber = (text: string) => (text.trim() === '' ? null : Number(text.replace(',', '.')));

export function SupportForm({ cluster }: { cluster: Cluster }) {
  const { support, programme } = cluster;
  const draft = useDraft(`clusters.support.${programme.id}`, {
    theme: support?.theme ?? '',
    territory: support?.territory ?? '',
    facilitated_by: support?.facilitated_by ?? '',
    steering_text: support?.steering_text ?? '',
    credits_for_text: support?.credits_for_text ?? '',
    granted: asText(support?.credits_granted_eur),
    spent: asText(support?.credits_spent_eur),
    planned: asText(support?.support_days_planned),
    done: asText(support?.support_days_done),
  });
  const write = useWriteSupport(programme.id);
  const errors = fieldTexts(write.error);
  const { granted, spent, planned, done, ...words } = draft.value;
  const numbers = {
    credits_granted_eur: asNumber(granted),
    credits_spent_eur: asNumber(spent),
    support_days_planned: asNumber(planned),
    support_days_done: asNumber(done),
  };
  const isNumeric = Object.values(numbers).every(
    (value) => value === null || Number.isFinite(value),
  );
  return (
    <details className="home-forms">
      <summary>{t('clusters.support.open')}</summary>
      <div className="stack read">
        <TextArea
          label={t('clusters.support.theme')}
          value={words.theme}
          rows={2}
          length_max={400}
          onChange={(theme) => draft.change({ theme })}
        />
        <TextArea
          label={t('clusters.support.territory')}
          isOptional
          value={words.territory}
          rows={3}
          length_max={2000}
          onChange={(territory) => draft.change({ territory })}
        />
        {(['facilitated_by', 'steering_text', 'credits_for_text'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`clusters.support.${name}`)}
            isOptional
            value={words[name]}
            length_max={400}
            onChange={(value) => draft.change({ [name]: value })}
          />
        ))}
        {(
          [
            ['planned', '/support_days_planned'],
            ['done', '/support_days_done'],
            ['granted', '/credits_granted_eur'],
            ['spent', '/credits_spent_eur'],
          ] as const
        ).map(([name, pointer]) => (
          <TextField
            key={name}
            label={t(`clusters.support.${name}`)}
            isOptional
            value={draft.value[name]}
            length_max={12}
            error={errors[pointer]}
            onChange={(value) => draft.change({ [name]: value })}
          />
        ))}
        {!isNumeric && <p role="status">{t('clusters.support.numbers')}</p>}
        <ProblemNote problem={write.error} />
        <p className="row">
          <Button
            kind="main"
            isBusy={write.isPending}
            isDisabled={!isNumeric}
            onPress={() =>
              write.mutate(
                { ...words, ...numbers, version: support?.version ?? 1 },
                { onSuccess: draft.clear },
              )
            }
          >
            {t('clusters.support.keep')}
          </Button>
          <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
        </p>
      </div>
    </details>
  );
}
