// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/end_mandate.tsx
//
// Ending a mandate: the last day, and a word for whoever follows, kept as a draft while it is written.

import { useDraft } from '#app/use_draft.ts';
import { Button, DateField, fieldTexts, ProblemNote, SavingMark, Sheet, TextArea } from '#ui';
import { t } from '#words';
import { type Seat, useEndMandate } from './use_people.ts';

interface EndMandateProps {
  seat: Seat;
  place_id: string;
  today: string;
  onClose: () => void;
}

export function EndMandate({ seat, place_id, today, onClose }: EndMandateProps) {
  const draft = useDraft(`end_mandate.${seat.mandate_id}`, { ends_on: today, handover: '' });
  const end = useEndMandate(seat.mandate_id, place_id, () => {
    draft.clear();
    onClose();
  });
  const wrong = fieldTexts(end.error);
  return (
    <Sheet title={t('people.end.title', { name: seat.name })}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          end.mutate(draft.value);
        }}
      >
        <DateField
          label={t('people.end.day')}
          value={draft.value.ends_on}
          onChange={(ends_on) => draft.change({ ends_on })}
          day_min={today}
          error={wrong['/ends_on']}
          isRequired
        />
        <TextArea
          label={t('people.end.handover')}
          hint={t('people.end.handover_hint')}
          value={draft.value.handover}
          onChange={(handover) => draft.change({ handover })}
          error={wrong['/handover']}
          length_max={4000}
        />
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
        <ProblemNote problem={end.error} />
        <div className="row">
          <Button type="submit" kind="main" isBusy={end.isPending}>
            {t('people.end.submit')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
