// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/programme_screen.tsx
//
// A démarche: its phases and the gates between them; the gate that is asked, or what it takes to ask; why, with
// which means, linked to what, and its journal. Every college reads the same.

import { Navigate, useParams, useSearch } from '@tanstack/react-router';
import { type Can, Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { useSession } from '#app/session.ts';
import { PageHead, TextLink } from '#ui';
import { type Day, fullDay, parisDay, t } from '#words';
import { FieldsOfProgramme } from '../experiments/index.ts';
import { GateSheet } from '../gates/gate_sheet.tsx';
import { ObjectThread } from '../thread/object_thread.tsx';
import { AskPassage } from './ask_passage.tsx';
import { FrameSection } from './frame_section.tsx';
import { Guidance } from './guidance.tsx';
import { Handovers } from './handovers.tsx';
import { Journal } from './journal.tsx';
import { MeansPlank } from './means_plank.tsx';
import { PhasePath } from './phase_path.tsx';
import './programmes.css';
import { Projects } from './projects.tsx';
import { Sessions } from './sessions.tsx';
import { Triggers } from './triggers.tsx';
import { type ProgrammeView, useProgramme } from './use_programmes.ts';

export function ProgrammeScreen() {
  const { programme_id } = useParams({ from: '/cadrer/$programme_id' });
  const programme = useProgramme(programme_id);
  const session = useSession();
  const today = session.data?.data.today ?? parisDay(new Date());
  return (
    <Loaded from={programme}>
      {(view, can) =>
        view.programme.kind === 'cluster' ? (
          <Navigate to="/partager/clusters/$id" params={{ id: programme_id }} replace />
        ) : (
          <ProgrammePage key={programme_id} view={view} can={can} today={today} />
        )
      }
    </Loaded>
  );
}

interface PageProps {
  view: ProgrammeView;
  can: Can;
  today: Day;
}

function ProgrammePage({ view, can, today }: PageProps) {
  const { desaccord } = useSearch({ from: '/cadrer/$programme_id' });
  const { programme } = view;
  const mayLead = can('lead');
  const mayWrite = can('write_frame');
  const current = view.steps.find(({ state }) => state === 'under_way');
  const lead = t('programmes.lead', {
    place: view.place_name,
    day: fullDay(programme.started_on),
  });
  return (
    <>
      <PageHead
        room="frame"
        where={inLanguage(view.template_title)}
        title={programme.title}
        lead={lead}
        thread={<ObjectThread kind="programme" id={programme.id} />}
      />
      <PhasePath view={view} />
      <div className="cols programme-body">
        <div className="stack-xl">
          <PassageWork view={view} can={can} />
          {current && (
            <Guidance programmeId={programme.id} step={current} mayWrite={mayWrite} today={today} />
          )}
          <FrameSection programme={programme} mayLead={mayLead} mayWrite={mayWrite} />
          <FieldsOfProgramme programme={programme.id} />
          <Sessions view={view} mayLead={mayLead} />
        </div>
        <aside className="stack-xl" aria-label={t('programmes.aside')}>
          <MeansPlank view={view} mayWrite={mayWrite} />
          <Projects view={view} mayLead={mayLead} />
          <Triggers view={view} mayLead={mayLead} />
          <Handovers view={view} mayLead={mayLead} mayRead={can('write_journal')} today={today} />
          <Journal
            key={desaccord ?? ''}
            view={view}
            mayWrite={can('write_journal')}
            today={today}
            startsOpen={desaccord !== undefined}
          />
          <p>
            <TextLink href={`/journal/${programme.id}`}>{t('audit.open')}</TextLink>
          </p>
        </aside>
      </div>
    </>
  );
}

/** The open gate, or what it takes to ask for the next. */
function PassageWork({ view, can }: Omit<PageProps, 'today'>) {
  const open = view.passages.flatMap(({ attempts, title }) =>
    attempts.filter(({ state }) => state === 'open').map((gate) => ({ gate, title })),
  );
  if (open.length > 0)
    return open.map(({ gate, title }) => (
      <GateSheet key={gate.id} id={gate.id} title={inLanguage(title)} />
    ));
  const next = view.passages.find(({ from }) => from === view.programme.step);
  if (next === undefined) return null;
  return (
    <AskPassage programmeId={view.programme.id} passage={next} mayAsk={can(`ask:${next.key}`)} />
  );
}
