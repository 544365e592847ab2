// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/session/in_the_room.tsx
//
// How many people are in the room: counted by eye, never from what phones sent.

import { TextField } from '#ui';
import { t } from '#words';

interface InTheRoomProps {
  people: string;
  error: string | undefined;
  onChange: (people: string) => void;
}

export function InTheRoom({ people, error, onChange }: InTheRoomProps) {
  return (
    <TextField
      label={t('evaluation_session.look.people')}
      type="number"
      isRequired
      value={people}
      error={error}
      onChange={onChange}
    />
  );
}
