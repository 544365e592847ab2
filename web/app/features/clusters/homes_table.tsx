// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/homes_table.tsx
//
// A row a home, in the order the directory gave: who comes, what is done at home, the news, what blocks. Nothing
// here counts or compares.

import { collegeWord } from '#app/college_words.ts';
import { type Column, DataTable, type State, StateMark } from '#ui';
import { fullDay, shortDay, t } from '#words';
import { tasksNow } from './path_of.ts';
import type { Cluster, Home, Task } from './use_clusters.ts';

export function HomesTable({ cluster }: { cluster: Cluster }) {
  return (
    <DataTable
      caption={t('clusters.homes.caption')}
      isCaptionHidden
      isStacked
      columns={columns(cluster)}
      rows={cluster.homes}
      rowId={(home) => home.place_id}
    />
  );
}

function columns(cluster: Cluster): readonly Column<Home>[] {
  return [
    { id: 'home', label: t('clusters.homes.home'), cell: (home) => home.name, isRowHeader: true },
    {
      id: 'delegation',
      label: t('clusters.homes.delegation'),
      cell: (home) => <Delegation home={home} />,
    },
    {
      id: 'tasks',
      label: t('clusters.homes.tasks'),
      cell: (home) => <Tasks cluster={cluster} home={home} />,
    },
    { id: 'news', label: t('clusters.homes.news'), cell: (home) => <News home={home} /> },
    { id: 'blocked', label: t('clusters.homes.blocked'), cell: (home) => <Blocked home={home} /> },
  ];
}

function Delegation({ home: { delegation } }: { home: Home }) {
  if (!delegation) return <span className="soft">{t('clusters.homes.no_delegation')}</span>;
  return (
    <>
      <ul className="home-people">
        {delegation.people.map((person) => (
          <li key={`${person.college}:${person.function_title}`}>
            {person.function_title}
            <span className="small soft">
              {collegeWord(person.college)}
              {person.substitute && <>, {t('clusters.homes.substitute')}</>}
            </span>
          </li>
        ))}
      </ul>
      {delegation.state !== 'in_force' && (
        <p className="small">{t(`clusters.homes.delegation_${delegation.state}`)}</p>
      )}
    </>
  );
}

const shapes: Record<Task['state'], State> = {
  not_started: 'to_come',
  started: 'under_way',
  done: 'done',
  abandoned: 'done',
};

function Tasks({ cluster, home }: { cluster: Cluster; home: Home }) {
  const { open, over } = tasksNow(cluster, home.tasks);
  if (open.length + over.length === 0)
    return <span className="soft">{t('clusters.homes.no_task')}</span>;
  return (
    <>
      {open.length > 0 && <TaskList tasks={open} />}
      {over.length > 0 && (
        <details>
          <summary className="small">{t('clusters.homes.over')}</summary>
          <TaskList tasks={over} />
        </details>
      )}
    </>
  );
}

function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="home-tasks">
      {tasks.map((task) => (
        <li key={task.id}>
          <StateMark state={shapes[task.state]}>
            {task.title}
            <span className="small soft">
              {' '}
              {task.state_text || t(`clusters.task.${task.state}`)}
              {task.due_on && task.state !== 'done' && task.state !== 'abandoned' && (
                <>, {t('clusters.homes.due', { day: shortDay(task.due_on) })}</>
              )}
            </span>
          </StateMark>
        </li>
      ))}
    </ul>
  );
}

function News({ home: { news } }: { home: Home }) {
  if (!news) return <span className="soft">{t('clusters.homes.no_news')}</span>;
  return (
    <>
      <ul className="home-news">
        {news.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="small soft">{fullDay(news.told_on)}</p>
    </>
  );
}

function Blocked({ home: { blocked_text, blocked_on } }: { home: Home }) {
  if (!blocked_text) return <span className="soft">{t('clusters.homes.nothing_blocks')}</span>;
  return (
    <>
      <p>{blocked_text}</p>
      {blocked_on && (
        <p className="small soft">
          {t('clusters.homes.blocked_since', { day: fullDay(blocked_on) })}
        </p>
      )}
    </>
  );
}
