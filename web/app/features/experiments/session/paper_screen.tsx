// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/session/paper_screen.tsx
//
// The sheet for those who would rather write on paper, and where sheets are typed in: one at a time, each of them one
// person. Printed once activities are kept, the sheet already holds them.

import { useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { Button, Choice, LinkButton, Notice, PageHead, ProblemNote, Section, TextField } from '#ui';
import { t } from '#words';
import { families } from '../shared_look.tsx';
import './paper.css';
import { type Board, type LookDraft, useBoard, useSheets } from './use_session.ts';

const marks = ['worse', 'same', 'better', 'unknown'] as const;
type Mark = (typeof marks)[number];
const rows_max = 4;
const lines_max = 5;

export function PaperScreen() {
  const { id } = useParams({ from: '/essayer/$id/seance/papier' });
  const board = useBoard(id, false);
  return (
    <>
      <div className="screen-only">
        <PageHead
          room="try"
          where={board.data?.data.title}
          title={t('evaluation_session.paper.title')}
          lead={t('evaluation_session.paper.lead')}
          actions={
            board.data && (
              <Button icon="print" kind="main" onPress={() => window.print()}>
                {t('evaluation_session.paper.print')}
              </Button>
            )
          }
        />
      </div>
      <Loaded from={board}>
        {(content) => (
          <>
            <div className="screen-only">
              <TypeIn board={content} />
            </div>
            <Paper board={content} />
          </>
        )}
      </Loaded>
    </>
  );
}

function keptOf(board: Board) {
  return board.activities.filter((activity) => activity.kept);
}

function TypeIn({ board }: { board: Board }) {
  const isTime = board.session?.stage === 'looking' && board.code !== '';
  return (
    <Section title={t('evaluation_session.paper.type_title')}>
      <p className="soft read">{t('evaluation_session.paper.type_lead')}</p>
      {isTime ? (
        <SheetForm board={board} />
      ) : (
        <Notice>{t('evaluation_session.paper.not_yet')}</Notice>
      )}
      <p>
        <LinkButton href={`/essayer/${board.experiment_id}/seance`}>
          {t('evaluation_session.paper.back')}
        </LinkButton>
      </p>
    </Section>
  );
}

type Row = Partial<Record<(typeof families)[number], Mark>>;
const no_sentences = { effectiveness: '', technical: '', social: '' };

function SheetForm({ board }: { board: Board }) {
  const top = useRef<HTMLParagraphElement>(null);
  const [rows, setRows] = useState<Record<string, Row>>({});
  const [sentences, setSentences] = useState(no_sentences);
  // What was typed is gone from this screen once it is kept: the next sheet is somebody else's.
  const sheets = useSheets(board.experiment_id, () => {
    setRows({});
    setSentences(no_sentences);
    top.current?.focus();
  });
  const kept = keptOf(board);
  const look: LookDraft = {
    activities: kept.map(({ id }) => ({
      activity_id: id,
      effectiveness: rows[id]?.effectiveness ?? null,
      technical: rows[id]?.technical ?? null,
      social: rows[id]?.social ?? null,
    })),
    effectiveness: sentences.effectiveness.trim(),
    technical: sentences.technical.trim(),
    social: sentences.social.trim(),
  };
  return (
    <form
      className="stack-l type-in"
      onSubmit={(event) => {
        event.preventDefault();
        sheets.mutate({ sheets: [look] });
      }}
    >
      <Notice>{t('evaluation_session.paper.whoever_types')}</Notice>
      <p role="status" tabIndex={-1} ref={top}>
        {t('evaluation_session.paper.done', { count: board.sheets })}
      </p>
      {kept.map((activity) => (
        <fieldset key={activity.id} className="stack">
          <legend className="voice">{activity.words}</legend>
          {families.map((family) => (
            <Choice
              key={family}
              label={t(`experiments.review.${family}`)}
              isSideBySide
              options={marks.map((mark) => ({
                value: mark,
                label: t(`evaluation_session.mark.${mark}`),
              }))}
              value={rows[activity.id]?.[family] ?? null}
              onChange={(mark) =>
                setRows({ ...rows, [activity.id]: { ...rows[activity.id], [family]: mark } })
              }
            />
          ))}
        </fieldset>
      ))}
      {families.map((family) => (
        <TextField
          key={family}
          label={t(`experiments.review.${family}`)}
          hint={t('evaluation_session.paper.sentences')}
          isOptional
          length_max={280}
          value={sentences[family]}
          onChange={(words) => setSentences({ ...sentences, [family]: words })}
        />
      ))}
      <ProblemNote problem={sheets.error} />
      <p>
        <Button type="submit" kind="main" isBusy={sheets.isPending}>
          {t('evaluation_session.paper.submit')}
        </Button>
      </p>
    </form>
  );
}

function Paper({ board }: { board: Board }) {
  const kept = keptOf(board);
  const rows = kept.length > 0 ? kept.map(({ words }) => words) : Array<string>(rows_max).fill('');
  return (
    <article className="sheet-a4" aria-label={t('evaluation_session.paper.sheet')}>
      <p>{board.place_name}</p>
      <h2>{board.title}</h2>
      <p className="small">{t('evaluation_session.paper.promise')}</p>
      {kept.length === 0 && (
        <section>
          <h3>{t('evaluation_session.paper.list')}</h3>
          <p className="small">{t('evaluation_session.paper.list_hint')}</p>
          {Array.from({ length: lines_max }, (_, at) => (
            <p key={at} className="blank-line" />
          ))}
        </section>
      )}
      <section>
        <h3>{t('evaluation_session.paper.look')}</h3>
        <p className="small">{t('evaluation_session.paper.look_hint')}</p>
        {rows.map((words, at) => (
          <Grid key={at} number={at + 1} words={words} />
        ))}
      </section>
      <section>
        <h3>{t('evaluation_session.paper.sentences_title')}</h3>
        {families.map((family) => (
          <div key={family}>
            <p className="small">{t(`experiments.review.${family}`)}</p>
            <p className="blank-line" />
          </div>
        ))}
      </section>
    </article>
  );
}

function Grid({ number, words }: { number: number; words: string }) {
  return (
    <table className="crosses">
      <caption>
        {t('evaluation_session.paper.activity', { number })} <b>{words}</b>
        {words === '' && <span className="blank-words" />}
      </caption>
      <thead>
        <tr>
          <td />
          {marks.map((mark) => (
            <th key={mark} scope="col">
              {t(`evaluation_session.mark.${mark}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {families.map((family) => (
          <tr key={family}>
            <th scope="row">
              {t(`experiments.review.${family}`)}
              <span className="means"> {t(`experiments.review.${family}_hint`)}</span>
            </th>
            {marks.map((mark) => (
              <td key={mark}>
                <span className="cross-box" />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
