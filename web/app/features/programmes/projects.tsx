// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/projects.tsx
//
// Other projects the démarche is grafted onto, so that one does not chase the other.

import { Section } from '#ui';
import { plainDay, t } from '#words';
import { EntryList, type EntryWriting } from './entry_list.tsx';
import type { LinkedProject, LinkedProjectDraft, ProgrammeView } from './use_programmes.ts';

type Name = 'kind' | 'title' | 'text' | 'starts_on' | 'ends_on';

const kinds = [
  'risk_prevention',
  'restructuring',
  'establishment_project',
  'equipment',
  'certification',
  'other',
] as const;

export function Projects({ view, mayLead }: { view: ProgrammeView; mayLead: boolean }) {
  return (
    <Section title={t('programmes.projects.title')}>
      {view.projects.length === 0 && <p className="small soft">{t('programmes.projects.empty')}</p>}
      <EntryList
        programmeId={view.programme.id}
        writing={writing()}
        items={view.projects}
        mayLead={mayLead}
        nameOf={({ title }) => title}
        draftOf={({ kind, title, text, starts_on, ends_on }: LinkedProjectDraft) => ({
          kind,
          title,
          text,
          starts_on,
          ends_on,
        })}
        show={(project) => <Line project={project} />}
        add={t('programmes.projects.add')}
        removed={t('programmes.projects.removed')}
      />
    </Section>
  );
}

function Line({ project }: { project: LinkedProject }) {
  return (
    <div>
      <p>
        <b>{project.title}</b>
      </p>
      <p className="soft">
        {[t(`programmes.projects.kind.${project.kind}`), daysOf(project)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {project.text && <p>{project.text}</p>}
    </div>
  );
}

function daysOf({ starts_on, ends_on }: LinkedProject): string {
  if (starts_on && ends_on)
    return t('programmes.steps.from_to', { from: plainDay(starts_on), to: plainDay(ends_on) });
  if (starts_on) return t('programmes.steps.since', { day: plainDay(starts_on) });
  return ends_on ? t('programmes.means.until_shown', { day: plainDay(ends_on) }) : '';
}

function writing(): EntryWriting<Name, LinkedProjectDraft> {
  return {
    kind: 'projects',
    fields: [
      {
        name: 'title',
        label: t('programmes.projects.name'),
        hint: t('programmes.projects.name_hint'),
        kind: 'line',
        isRequired: true,
        length_max: 200,
      },
      {
        name: 'kind',
        label: t('programmes.projects.kind'),
        kind: 'select',
        isRequired: true,
        options: kinds.map((value) => ({ value, label: t(`programmes.projects.kind.${value}`) })),
      },
      { name: 'text', label: t('programmes.projects.text'), kind: 'text', rows: 2 },
      { name: 'starts_on', label: t('programmes.projects.starts_on'), kind: 'day' },
      { name: 'ends_on', label: t('programmes.projects.ends_on'), kind: 'day' },
    ],
    valuesOf: (project) => ({
      kind: project?.kind ?? '',
      title: project?.title ?? '',
      text: project?.text ?? '',
      starts_on: project?.starts_on ?? '',
      ends_on: project?.ends_on ?? '',
    }),
    toDraft: (values) => ({
      kind: (values.kind || 'other') as LinkedProjectDraft['kind'],
      title: values.title.trim(),
      text: values.text.trim(),
      starts_on: values.starts_on || null,
      ends_on: values.ends_on || null,
    }),
  };
}
