// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/readers_plank.tsx
//
// Who may read it, circle by circle. The first step is its authors'; each one after that is asked of the colleges.

import type { Can } from '#app/api/loaded.tsx';
import { Button, Plank, ProblemNote, StateMark, TextLink } from '#ui';
import { fullDay, t } from '#words';
import { Lacks } from './lacks.tsx';
import { type SheetView, useAskToWiden, useSettle, useShareSheet } from './use_sheets.ts';

export function ReadersPlank({ view, can }: { view: SheetView; can: Can }) {
  const share = useShareSheet(view.id);
  const widen = useAskToWiden(view.id);
  const settle = useSettle(view.id);
  const error = share.error ?? widen.error ?? settle.error;
  const asked = (audience: string) =>
    view.passages.find((passage) => passage.passage.split(':')[0] === `to_${audience}`);
  const latest = view.versions[0]?.number ?? view.version;
  const next = view.circles.find(
    (circle) =>
      circle.audience !== 'authors' &&
      circle.audience !== 'establishment' &&
      (circle.number ?? 0) < latest &&
      asked(circle.audience) === undefined,
  );
  return (
    <Plank title={t('sheets.readers.title')}>
      <ol className="readers">
        {view.circles.map((circle) => {
          const gate = asked(circle.audience);
          const isRead = circle.number != null;
          return (
            <li key={circle.audience}>
              <StateMark state={isRead ? 'done' : gate ? 'under_way' : 'to_come'}>
                {t(`sheets.circle.${circle.audience}`)}
                {isRead && circle.since_on && circle.audience !== 'authors' && (
                  <span className="soft">
                    {' '}
                    ·{' '}
                    {t('sheets.readers.since', {
                      number: circle.number ?? 0,
                      day: fullDay(circle.since_on),
                    })}
                  </span>
                )}
              </StateMark>
              {gate && (
                <TextLink className="small" href={`/portes/${gate.gate_id}`}>
                  {t('sheets.readers.asked', { number: gate.number, day: fullDay(gate.asked_on) })}
                </TextLink>
              )}
            </li>
          );
        })}
      </ol>
      <ProblemNote problem={error}>
        <Lacks view={view} problem={error} />
      </ProblemNote>
      {can('share') && (
        <>
          <p className="small">{t('sheets.readers.share_hint')}</p>
          <p>
            <Button kind="main" isBusy={share.isPending} onPress={() => share.mutate({})}>
              {t('sheets.readers.share')}
            </Button>
          </p>
        </>
      )}
      {can('widen') && view.state !== 'mine' && next && (
        <>
          <p className="small">{t('sheets.readers.widen_hint')}</p>
          <p>
            <Button
              isBusy={widen.isPending}
              onPress={() => widen.mutate({ to: next.audience, note: '' })}
            >
              {t(`sheets.readers.widen_${next.audience}`)}
            </Button>
          </p>
        </>
      )}
      {can('settle') && (
        <p>
          <Button isBusy={settle.isPending} onPress={() => settle.mutate({})}>
            {t('sheets.readers.settle')}
          </Button>
        </p>
      )}
      {view.settled_on && (
        <p className="small">
          {t(view.no_reply_on ? 'sheets.readers.settled_without_reply' : 'sheets.readers.settled', {
            day: fullDay(view.settled_on),
          })}
        </p>
      )}
      <p className="small soft">{t('sheets.readers.correction')}</p>
    </Plank>
  );
}
