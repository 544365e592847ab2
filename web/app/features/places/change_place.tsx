// SPDX-License-Identifier: EUPL-1.2
// web/app/features/places/change_place.tsx
//
// Renaming or moving a place from a day on; what it was stays behind. Or closing it.

import { useState } from 'react';
import { Button, DateField, fieldTexts, ProblemNote, Select, Sheet, TextField } from '#ui';
import { StaleDialog } from '#ui/stale_dialog.tsx';
import { t } from '#words';
import { kindsInside } from './kinds.ts';
import { type Place, type PlaceLine, useChangePlace, useClosePlace } from './use_places.ts';

interface ChangePlaceProps {
  line: PlaceLine;
  lines: readonly PlaceLine[];
  today: string;
  onClose: () => void;
}

export function ChangePlace({ line, lines, today, onClose }: ChangePlaceProps) {
  const { place } = line;
  const [name, setName] = useState(place.name);
  const [parent_id, setParent] = useState(place.parent_id ?? '');
  const [headcount, setHeadcount] = useState(String(place.headcount ?? ''));
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState('');
  const change = useChangePlace(place.id, onClose);
  const close = useClosePlace(place.id, onClose);
  const wrong = fieldTexts(change.error);
  const theirs = change.error?.code === 'version.stale' ? (change.error.current as Place) : null;
  const parents = lines.filter(({ place: other }) => kindsInside(other.kind).includes(place.kind));
  const send = (version: number) =>
    change.mutate({
      name,
      ...(parent_id ? { parent_id } : {}),
      ...(headcount ? { headcount: Number(headcount) } : {}),
      on,
      reason,
      version,
    });
  return (
    <Sheet title={t('places.change_title', { name: place.name })}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send(place.version);
        }}
      >
        <TextField
          label={t('places.name')}
          value={name}
          onChange={setName}
          error={wrong['/name']}
          length_max={200}
          isRequired
        />
        <Select
          label={t('places.add_under')}
          options={parents.map(({ place: other }) => ({ value: other.id, label: other.name }))}
          value={parent_id}
          onChange={setParent}
          isRequired
        />
        <TextField
          label={t('places.headcount_label')}
          type="number"
          value={headcount}
          onChange={setHeadcount}
          error={wrong['/headcount']}
        />
        <DateField
          label={t('places.change_on')}
          hint={t('places.change_on_hint')}
          value={on}
          onChange={setOn}
          error={wrong['/on']}
          isRequired
        />
        <TextField
          label={t('places.change_reason')}
          value={reason}
          onChange={setReason}
          error={wrong['/reason']}
          length_max={400}
        />
        {!theirs && <ProblemNote problem={change.error ?? close.error} />}
        <div className="row">
          <Button type="submit" kind="main" isBusy={change.isPending}>
            {t('places.change_submit')}
          </Button>
          <Button
            isBusy={close.isPending}
            onPress={() => close.mutate({ closed_on: on, version: place.version })}
          >
            {t('places.close')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </form>
      {theirs && (
        <StaleDialog
          isOpen
          fields={[{ label: t('places.name'), mine: name, theirs: theirs.name }]}
          onClose={() => change.reset()}
          onKeepMine={() => send(theirs.version)}
          onTakeTheirs={onClose}
        />
      )}
    </Sheet>
  );
}
