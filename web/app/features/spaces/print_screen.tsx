// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/print_screen.tsx
//
// The poster with its QR code, and the sheet for those who would rather write on paper: A4, one page each.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { Button, PageHead } from '#ui';
import { fullDay, longDay, t } from '#words';
import './print.css';
import { type Board, useBoard } from './use_spaces.ts';

export function PrintScreen() {
  const { space_id } = useParams({ from: '/ecouter/discussions/$space_id/imprimer' });
  const board = useBoard(space_id);
  return (
    <>
      <div className="screen-only">
        <PageHead
          room="listen"
          title={t('spaces.print.title')}
          lead={t('spaces.print.lead')}
          actions={
            board.data && (
              <Button icon="print" kind="main" onPress={() => window.print()}>
                {t('spaces.print.now')}
              </Button>
            )
          }
        />
      </div>
      <Loaded from={board}>
        {(content) => (
          <div className="papers">
            <Poster board={content} />
            <PaperSheet board={content} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function Poster({ board }: { board: Board }) {
  const { space } = board;
  return (
    <article className="a4 poster" aria-label={t('spaces.print.poster')}>
      <p className="label">{board.place_name}</p>
      <h2>{space.title}</h2>
      <p className="voice">
        {longDay(space.held_on)} · {t('spaces.minutes_long', { minutes: space.minutes })}
      </p>
      {space.open_until && (
        <p className="voice">{t('spaces.open_until', { day: fullDay(space.open_until) })}</p>
      )}
      {board.code && (
        <figure className="qr">
          <img
            src={`/api/spaces/${space.id}/join.svg`}
            alt={t('spaces.print.join_qr')}
            width="300"
            height="300"
          />
          <figcaption>
            {t('spaces.print.or', { address: new URL(board.join_url, location.href).host })}
            <b className="code">{board.code}</b>
          </figcaption>
        </figure>
      )}
      <ThreeLines board={board} />
      <p className="small">
        {space.facilitated_by} · {space.hierarchy_words || t(`spaces.hierarchy.${space.hierarchy}`)}
      </p>
      <p className="small">{t('spaces.print.no_account')}</p>
    </article>
  );
}

function ThreeLines({ board }: { board: Board }) {
  const { space } = board;
  return (
    <dl className="three-lines">
      <dt>{t('spaces.charter.who_reads')}</dt>
      <dd>{space.who_reads}</dd>
      <dt>{t('spaces.charter.until_when')}</dt>
      <dd>
        {space.until_when} {t('spaces.charter.day', { day: fullDay(space.destroy_on) })}
      </dd>
      <dt>{t('spaces.charter.cannot_promise')}</dt>
      <dd>{space.cannot_promise}</dd>
    </dl>
  );
}

function PaperSheet({ board }: { board: Board }) {
  return (
    <article className="a4 paper-sheet" aria-label={t('spaces.print.sheet')}>
      <p className="label">
        {board.place_name} · {longDay(board.space.held_on)}
      </p>
      <h2>{board.space.title}</h2>
      <ThreeLines board={board} />
      <h3>{t('spaces.print.tell')}</h3>
      <p className="small">{t('spaces.print.tell_hint')}</p>
      <div className="ruled" />
      <h3>{t('spaces.print.propose')}</h3>
      <div className="ruled is-short" />
      <p className="small">{t('spaces.print.aloud')}</p>
      {board.follow_url && (
        <figure className="qr is-small">
          <img
            src={`/api/spaces/${board.space.id}/follow.svg`}
            alt={t('spaces.follow.qr')}
            width="96"
            height="96"
          />
          <figcaption>{t('spaces.print.keep_corner')}</figcaption>
        </figure>
      )}
    </article>
  );
}
