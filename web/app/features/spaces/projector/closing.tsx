// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/projector/closing.tsx
//
// The last two steps: the group corrects ideas and minutes; then of whom each thing is asked, the day of return, the
// QR code to keep, and the desk opens.

import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#app/session.ts';
import { Button, DateField, fieldTexts, ProblemNote, Select, TextArea } from '#ui';
import { parisDay, plainDay, quoted, t } from '#words';
import { MinutesForm } from '../minutes_form.tsx';
import { daysAfter } from '../space_form.tsx';
import { type Board, type Idea, useClose } from '../use_spaces.ts';
import type { Projector } from './use_projector.ts';

const return_after_days = 21;

export function Correcting({ board, projector }: { board: Board; projector: Projector }) {
  return (
    <>
      <section className="stack">
        <h2>{t('spaces.projector.correct')}</h2>
        <ul className="stack">
          {board.ideas.map((idea) => (
            <li key={idea.id} className="card">
              <OneIdea idea={idea} projector={projector} />
            </li>
          ))}
        </ul>
      </section>
      <MinutesForm board={board} />
    </>
  );
}

function OneIdea({ idea, projector }: { idea: Idea; projector: Projector }) {
  const [words, setWords] = useState<string | null>(null);
  if (words === null)
    return (
      <>
        <p className="voice">{quoted(idea.words)}</p>
        {idea.first_words && <p className="soft struck">{quoted(idea.first_words)}</p>}
        <Button kind="quiet" onPress={() => setWords(idea.words)}>
          {t('spaces.projector.reword')}
          <span className="hide"> {t('common.about', { title: idea.words })}</span>
        </Button>
      </>
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '' && words !== idea.words)
          projector.change(idea, { words: words.trim() });
        setWords(null);
      }}
    >
      <TextArea
        label={t('spaces.projector.reword_label')}
        value={words}
        onChange={setWords}
        length_max={2000}
      />
      <Button type="submit">{t('spaces.projector.reword_keep')}</Button>
    </form>
  );
}

export function Closing({ board, projector }: { board: Board; projector: Projector }) {
  const router = useRouter();
  const today = useSession().data?.data.today ?? parisDay(new Date());
  const [day, setDay] = useState(daysAfter(today, return_after_days));
  const { space } = board;
  const close = useClose(
    space.id,
    () => void router.navigate({ href: `/ecouter/discussions/${space.id}` }),
  );
  const asked = board.ideas.filter((idea) => idea.sort === 'we_ask');
  return (
    <div className="closing">
      <div className="stack-l">
        {asked.length > 0 && (
          <section className="stack">
            <h2>{t('spaces.closing.who_answers')}</h2>
            <ul className="stack">
              {asked.map((idea) => (
                <li key={idea.id} className="card">
                  <p className="voice">{quoted(idea.words)}</p>
                  <Select
                    label={t('spaces.closing.college')}
                    value={idea.answer_college_id ?? ''}
                    options={board.colleges.map((each) => ({ value: each.id, label: each.name }))}
                    onChange={(college) =>
                      projector.change(idea, { answer_college_id: college === '' ? null : college })
                    }
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            close.mutate({ return_on: day });
          }}
        >
          <h2>{t('spaces.closing.return')}</h2>
          <DateField
            label={t('spaces.closing.return_on')}
            value={day}
            day_min={today}
            onChange={setDay}
            error={fieldTexts(close.error)['/return_on']}
          />
          <p className="soft">
            {t('spaces.closing.what_happens', { day: plainDay(space.destroy_on) })}
          </p>
          <ProblemNote problem={close.error} shownBesideFields={['/return_on']} />
          <Button type="submit" kind="main" isBusy={close.isPending}>
            {t('spaces.closing.close')}
          </Button>
        </form>
      </div>
      {board.follow_url && (
        <figure className="qr is-large">
          <img
            src={`/api/spaces/${space.id}/follow.svg`}
            alt={t('spaces.follow.qr')}
            width="280"
            height="280"
          />
          <figcaption>{t('spaces.closing.keep')}</figcaption>
        </figure>
      )}
    </div>
  );
}
