// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/session/aloud_form.tsx
//
// What the group says aloud, one word a question, written by the scribe: the way for fewer than five, and for whoever
// would rather speak.

import { useState } from 'react';
import { Button, fieldTexts, ProblemNote, Select } from '#ui';
import { t } from '#words';
import { families, type Reading, readingWord } from '../shared_look.tsx';
import { InTheRoom } from './in_the_room.tsx';
import { type Activity, type Board, useShare } from './use_session.ts';

const readings = ['worse', 'same', 'better', 'different'] as const satisfies readonly Reading[];
type Row = Partial<Record<(typeof families)[number], Reading | null>>;

interface AloudFormProps {
  board: Board;
  kept: readonly Activity[];
  onClose: () => void;
}

export function AloudForm({ board, kept, onClose }: AloudFormProps) {
  const [people, setPeople] = useState('');
  const [said, setSaid] = useState<Record<string, Row>>({});
  const share = useShare(board.experiment_id);
  const errors = fieldTexts(share.error);
  return (
    <form
      className="scribe"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        share.mutate({
          people: Number(people) || 0,
          aloud: kept.map(({ id }) => ({
            activity_id: id,
            effectiveness: said[id]?.effectiveness ?? null,
            technical: said[id]?.technical ?? null,
            social: said[id]?.social ?? null,
          })),
        });
      }}
    >
      <h2>{t('evaluation_session.look.aloud_title')}</h2>
      <p className="soft">{t('evaluation_session.look.aloud_hint')}</p>
      <ProblemNote problem={share.error} shownBesideFields={Object.keys(errors)} />
      {kept.map((activity) => (
        <AloudRow
          key={activity.id}
          activity={activity}
          said={said[activity.id] ?? {}}
          onSay={(row) => setSaid({ ...said, [activity.id]: row })}
        />
      ))}
      <InTheRoom people={people} error={errors['/people']} onChange={setPeople} />
      <p className="row">
        <Button type="submit" kind="main" isBusy={share.isPending}>
          {t('evaluation_session.look.aloud_keep')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('evaluation_session.look.aloud_close')}
        </Button>
      </p>
    </form>
  );
}

interface AloudRowProps {
  activity: Activity;
  said: Row;
  onSay: (row: Row) => void;
}

function AloudRow({ activity, said, onSay }: AloudRowProps) {
  return (
    <fieldset className="aloud-row">
      <legend className="voice">{activity.words}</legend>
      {families.map((family) => (
        <Select
          key={family}
          label={t(`experiments.review.${family}`)}
          value={said[family] ?? ''}
          options={readings.map((reading) => ({ value: reading, label: readingWord(reading) }))}
          onChange={(reading) => onSay({ ...said, [family]: reading === '' ? null : reading })}
        />
      ))}
    </fieldset>
  );
}
