// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/space_screen.tsx
//
// A discussion: what was said at the top, its charter; while it is prepared or runs, the tools of whoever
// facilitates; once closed, what came out of it, the same for every college.

import { useParams } from '@tanstack/react-router';
import { type Can, Loaded } from '#app/api/loaded.tsx';
import { Button, LinkButton, Notice, PageHead, ProblemNote, Section } from '#ui';
import { longDay, plainDay, t } from '#words';
import { ObjectThread } from '../thread/index.ts';
import { CharterPlank, SaidAtTheTop } from './charter_plank.tsx';
import { Ended } from './ended.tsx';
import { FacilitatorEnd } from './facilitator_end.tsx';
import { Running } from './running.tsx';
import './spaces.css';
import { type Space, type SpaceView, useOpenSpace, useSpace } from './use_spaces.ts';

export function SpaceScreen() {
  const { space_id } = useParams({ from: '/ecouter/discussions/$space_id' });
  const space = useSpace(space_id);
  return (
    <Loaded from={space}>
      {(view, can) => (
        <>
          <PageHead
            room="listen"
            where={view.place_name}
            title={view.space.title}
            lead={`${longDay(view.space.held_on)} · ${t(`spaces.occasion.${view.space.occasion}`)}`}
            thread={<ObjectThread kind="space" id={space_id} />}
          />
          <div className="cols">
            <div className="stack-xl">
              <SaidAtTheTop space={view.space} />
              <Body view={view} can={can} />
            </div>
            <aside className="stack-l" aria-label={t('spaces.charter.title')}>
              <CharterPlank space={view.space} />
              {can('drive') && view.space.state !== 'destroyed' && <PrintLinks id={space_id} />}
            </aside>
          </div>
        </>
      )}
    </Loaded>
  );
}

function Body({ view, can }: { view: SpaceView; can: Can }) {
  const { space } = view;
  if (space.state === 'prepared')
    return can('open') ? (
      <Prepared space={space} />
    ) : (
      <Notice>{t('spaces.prepared.others')}</Notice>
    );
  if (space.state === 'open')
    return can('run') ? (
      <Running id={space.id} />
    ) : (
      <Notice>
        {t('spaces.running.others')}{' '}
        {space.open_until && t('spaces.open_until', { day: plainDay(space.open_until) })}
      </Notice>
    );
  return (
    <>
      <Ended view={view} />
      {can('follow') && <FacilitatorEnd space={space} />}
    </>
  );
}

function Prepared({ space }: { space: Space }) {
  const open = useOpenSpace(space.id);
  return (
    <Section title={t('spaces.prepared.title')}>
      <p className="soft read">{t('spaces.prepared.lead')}</p>
      <ProblemNote problem={open.error}>
        <p>{t('spaces.prepared.gaps')}</p>
      </ProblemNote>
      <div className="row">
        <Button kind="main" isBusy={open.isPending} onPress={() => open.mutate({})}>
          {t('spaces.prepared.open')}
        </Button>
        <LinkButton href={`/ecouter/discussions/${space.id}/preparer`}>
          {t('spaces.prepared.edit')}
        </LinkButton>
      </div>
    </Section>
  );
}

function PrintLinks({ id }: { id: string }) {
  return (
    <p>
      <LinkButton href={`/ecouter/discussions/${id}/imprimer`} icon="print">
        {t('spaces.print.link')}
      </LinkButton>
    </p>
  );
}
