// SPDX-License-Identifier: EUPL-1.2
// web/app/features/home/begin_discussion.tsx
//
// One may begin anywhere: a subject and a date are enough to go and prepare a discussion. Nothing is
// created here; the next page (spaces) receives both and asks who facilitates.

import { useRouter } from '@tanstack/react-router';
import { useDraft } from '#app/use_draft.ts';
import { Button, DateField, SavingMark, Sheet, TextField } from '#ui';
import { parisDay, t } from '#words';

/** The longest title a discussion may have. */
const subject_length_max = 160;

export function BeginDiscussion() {
  const router = useRouter();
  const draft = useDraft('begin_discussion', { subject: '', day: '' });
  const { subject, day } = draft.value;

  function prepare() {
    const wanted = new URLSearchParams();
    if (subject.trim()) wanted.set('subject', subject.trim());
    if (day) wanted.set('day', day);
    void router.navigate({ href: `/ecouter/nouvelle?${wanted}` });
  }

  return (
    <Sheet title={t('home.begin.title')}>
      <p className="soft">{t('home.begin.lead')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          prepare();
        }}
      >
        <TextField
          label={t('home.begin.subject')}
          placeholder={t('home.begin.subject_example')}
          value={subject}
          onChange={(next) => draft.change({ subject: next })}
          length_max={subject_length_max}
        />
        <DateField
          label={t('home.begin.day')}
          value={day}
          day_min={parisDay(new Date())}
          onChange={(next) => draft.change({ day: next })}
        />
        <Button type="submit" kind="main" isWide>
          {t('home.begin.submit')}
        </Button>
        {draft.saved_at && <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />}
      </form>
    </Sheet>
  );
}
