// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/running.tsx
//
// While a discussion runs, at its facilitator's hand: the screen of the room, the code, paper to type in, the
// situation and the minutes. None of it is needed in any order; a scribe alone completes a session.

import { Loaded } from '#app/api/loaded.tsx';
import { LinkButton, Notice, Section } from '#ui';
import { t } from '#words';
import { MinutesForm } from './minutes_form.tsx';
import { SituationForm } from './situation_form.tsx';
import { useBoard } from './use_spaces.ts';

export function Running({ id }: { id: string }) {
  const board = useBoard(id, true);
  return (
    <Loaded from={board}>
      {(content) => (
        <>
          <Section title={t('spaces.running.title')}>
            <p className="soft read">{t('spaces.running.lead')}</p>
            <div className="row">
              <LinkButton href={`/ecouter/discussions/${id}/ecran`} kind="main">
                {t('spaces.running.project')}
              </LinkButton>
              <LinkButton href={`/ecouter/discussions/${id}/papier`}>
                {t('spaces.running.paper')}
              </LinkButton>
            </div>
            <p className="row code-line">
              <span>{t('spaces.running.code')}</span>
              <b className="code nums">{content.code}</b>
            </p>
          </Section>
          <Notice>{t('spaces.running.cannot_prevent')}</Notice>
          <SituationForm board={content} />
          <MinutesForm board={content} />
        </>
      )}
    </Loaded>
  );
}
