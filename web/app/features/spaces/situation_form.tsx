// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/situation_form.tsx
//
// A situation of work: what is asked, what is really done, what helps and hinders, what it costs to care and to
// work. No field names anybody, and none asks for a fault.

import { useState } from 'react';
import { useDraft } from '#app/use_draft.ts';
import {
  Button,
  fieldTexts,
  Opened,
  ProblemNote,
  SavingMark,
  Section,
  TextArea,
  TextField,
} from '#ui';
import { t } from '#words';
import { SituationText } from './situation_text.tsx';
import { type Board, useTellSituation } from './use_spaces.ts';

const nothing = {
  title: '',
  asked: '',
  done: '',
  helps: '',
  hinders: '',
  cost_care: '',
  cost_work: '',
};
const fields = ['asked', 'done', 'helps', 'hinders', 'cost_care', 'cost_work'] as const;

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 20);

export function SituationForm({ board }: { board: Board }) {
  const { id } = board.space;
  const [isOpen, setIsOpen] = useState(false);
  const draft = useDraft(`situation.${id}`, nothing);
  const tell = useTellSituation(id, () => {
    draft.clear();
    setIsOpen(false);
  });
  const { value } = draft;
  const errors = fieldTexts(tell.error);
  return (
    <Section title={t('spaces.situation.title')}>
      {board.situations.map((each) => (
        <SituationText key={each.id} situation={each} />
      ))}
      {!isOpen && (
        <p>
          <Button icon="plus" onPress={() => setIsOpen(true)}>
            {t('spaces.situation.tell')}
          </Button>
        </p>
      )}
      {isOpen && (
        <Opened onClose={() => setIsOpen(false)}>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              tell.mutate({
                ...value,
                helps: linesOf(value.helps),
                hinders: linesOf(value.hinders),
                version: null,
              });
            }}
          >
            <TextField
              label={t('spaces.situation.name')}
              value={value.title}
              onChange={(title) => draft.change({ title })}
              length_max={200}
              isRequired
              error={errors['/title']}
            />
            {fields.map((field) => (
              <TextArea
                key={field}
                label={t(`spaces.situation.${field}`)}
                hint={
                  field === 'helps' || field === 'hinders'
                    ? t('spaces.situation.one_a_line')
                    : undefined
                }
                value={value[field]}
                onChange={(next) => draft.change({ [field]: next })}
                length_max={4000}
              />
            ))}
            <ProblemNote problem={tell.error} shownBesideFields={['/title']} />
            <div className="row">
              <Button type="submit" isBusy={tell.isPending}>
                {t('spaces.situation.keep')}
              </Button>
              <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
            </div>
          </form>
        </Opened>
      )}
    </Section>
  );
}
