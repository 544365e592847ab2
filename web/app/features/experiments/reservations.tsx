// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/reservations.tsx
//
// What a college joined to the experiment, in its own words. Nobody joins another college's.

import { useState } from 'react';
import type { Can } from '#app/api/loaded.tsx';
import { type Mandate, useSession } from '#app/session.ts';
import { useDraft } from '#app/use_draft.ts';
import { Button, fieldTexts, Opened, ProblemNote, Section, TextArea } from '#ui';
import { shortDay, t } from '#words';
import { collegeWord } from '#app/college_words.ts';
import { type ExperimentView, useJoinReservation } from './use_experiments.ts';

export function Reservations({ view, can }: { view: ExperimentView; can: Can }) {
  const session = useSession();
  const mine = (session.data?.data.account?.mandates ?? []).filter((mandate) =>
    can(`reserve:${mandate.college_id}`),
  );
  if (view.reservations.length === 0 && mine.length === 0) return null;
  return (
    <Section title={t('experiments.reservations.title')}>
      {view.reservations.length === 0 && (
        <p className="soft">{t('experiments.reservations.none')}</p>
      )}
      {view.reservations.map((reservation) => (
        <div key={reservation.id}>
          <p className="label">
            {collegeWord(reservation.college_kind)} · {shortDay(reservation.joined_on)}
          </p>
          <p className="voice">{reservation.words}</p>
        </div>
      ))}
      {mine.map((mandate) => (
        <Join
          key={mandate.college_id}
          id={view.experiment.id}
          mandate={mandate}
          words={
            view.reservations.find((each) => each.college_id === mandate.college_id)?.words ?? ''
          }
        />
      ))}
    </Section>
  );
}

function Join({ id, mandate, words }: { id: string; mandate: Mandate; words: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const draft = useDraft(`reservation.${id}.${mandate.college_id}`, { words });
  const join = useJoinReservation(id, () => setIsOpen(false));
  const errors = fieldTexts(join.error);
  if (!isOpen)
    return (
      <p className="no-print">
        <Button kind="quiet" onPress={() => setIsOpen(true)}>
          {t('experiments.reservations.join', { college: collegeWord(mandate.kind) })}
        </Button>
      </p>
    );
  return (
    <Opened onClose={() => setIsOpen(false)}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          join.mutate({ college_id: mandate.college_id, words: draft.value.words });
        }}
      >
        <ProblemNote problem={join.error} shownBesideFields={Object.keys(errors)} />
        <TextArea
          label={t('experiments.reservations.words')}
          rows={3}
          length_max={600}
          value={draft.value.words}
          error={errors['/words']}
          onChange={(next) => draft.change({ words: next })}
        />
        <p className="row">
          <Button type="submit" kind="main" isBusy={join.isPending}>
            {t('experiments.reservations.submit')}
          </Button>
          <Button kind="quiet" onPress={() => setIsOpen(false)}>
            {t('common.close')}
          </Button>
        </p>
      </form>
    </Opened>
  );
}
