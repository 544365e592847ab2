// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/delegation_form.tsx
//
// Two or three people, and in plain words what is still missing while they are being chosen. The server
// holds the rule; this only says it early.

import { useDraft } from '#app/use_draft.ts';
import { Button, Checkbox, DateField, fieldTexts, ProblemNote, Sheet, TextField } from '#ui';
import { findWord, t } from '#words';
import { type Delegation, type PeopleView, useSaveDelegation } from './use_people.ts';

interface DelegationFormProps {
  people: PeopleView;
  delegation?: Delegation;
  willConfirm: boolean;
  onClose: () => void;
}

/** What keeps this delegation from being valid, or null. */
function missing(chosen: readonly { kind: string }[]): string | null {
  if (chosen.length > 3) return t('people.delegation.too_many');
  if (!chosen.some((seat) => seat.kind === 'staff_representatives'))
    return t('people.delegation.no_staff');
  return chosen.length < 2 ? t('people.delegation.too_few') : null;
}

export function DelegationForm({ people, delegation, willConfirm, onClose }: DelegationFormProps) {
  const draft = useDraft(`delegation.${delegation?.id ?? people.place_id}`, {
    title: delegation?.title ?? '',
    mandate_ids: [...(delegation?.mandate_ids ?? [])] as string[],
    starts_on: delegation?.starts_on ?? people.today,
  });
  const save = useSaveDelegation(people.place_id, delegation?.id ?? '', () => {
    draft.clear();
    onClose();
  });
  const wrong = fieldTexts(save.error);
  const { mandate_ids } = draft.value;
  const seats = people.colleges.flatMap(({ seats }) =>
    seats.filter(
      (seat) => seat.starts_on <= people.today && (!seat.ends_on || seat.ends_on >= people.today),
    ),
  );
  const fault = missing(seats.filter((seat) => mandate_ids.includes(seat.mandate_id)));
  return (
    <Sheet title={t('people.delegation.compose')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ ...draft.value, ...(delegation ? { version: delegation.version } : {}) });
        }}
      >
        <TextField
          label={t('people.delegation.name')}
          hint={t('people.delegation.name_hint')}
          value={draft.value.title}
          onChange={(title) => draft.change({ title })}
          error={wrong['/title']}
          length_max={200}
          isRequired
        />
        <DateField
          label={t('people.delegation.starts_on')}
          value={draft.value.starts_on}
          onChange={(starts_on) => draft.change({ starts_on })}
          error={wrong['/starts_on']}
          isRequired
        />
        <fieldset>
          <legend>{t('people.delegation.members')}</legend>
          <div className="choices">
            {seats.map((seat) => (
              <Checkbox
                key={seat.mandate_id}
                label={t('people.delegation.member', {
                  name: seat.name,
                  function: seat.function_title,
                })}
                hint={findWord(`people.college.${seat.kind}`)}
                isChecked={mandate_ids.includes(seat.mandate_id)}
                onChange={(isChosen) =>
                  draft.change({
                    mandate_ids: isChosen
                      ? [...mandate_ids, seat.mandate_id]
                      : mandate_ids.filter((id) => id !== seat.mandate_id),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
        <p role="status" className="note">
          {fault ?? t('people.delegation.valid')}{' '}
          {!fault && !willConfirm && t('people.delegation.waits')}
        </p>
        <ProblemNote problem={save.error} />
        <div className="row">
          <Button type="submit" kind="main" isBusy={save.isPending} isDisabled={fault !== null}>
            {t('people.delegation.submit')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
