// SPDX-License-Identifier: EUPL-1.2
// web/ui/due_list.tsx
//
// What is owed, by date and only by date: never a count badge, a colour or a sort by anything else.

import type { ReactNode } from 'react';
import { type Day, hour, shortDay, t, weekday } from '#words';
import { LinkButton } from './button.tsx';
import './due_list.css';
import { Icon } from './icons.tsx';
import { StateMark } from './marks.tsx';
import type { Room } from './rooms.ts';
import { TextLink } from './text_link.tsx';

export interface Due {
  id: string;
  day: Day;
  /** "14:30" */
  time?: string;
  isToday?: boolean;
  title: string;
  href: string;
  /** « Réponse attendue depuis le 3 novembre »: framed, with a clock. */
  awaited?: string;
  room?: Room;
  from?: ReactNode;
  /** « 5 min »: how long it takes. */
  takes?: string;
  action: string;
}

interface DueListProps {
  title: string;
  /** Beside the title: « deux choses ». */
  aside?: string;
  items: readonly Due[];
  /** The first item's button is the main one of the page. */
  hasMain?: boolean;
}

export function DueList({ title, aside, items, hasMain }: DueListProps) {
  return (
    <section className="due-list">
      <h2>
        {title}
        {aside && <span>{aside}</span>}
      </h2>
      <ul>
        {items.map((due, index) => (
          <DueRow key={due.id} due={due} isMain={hasMain === true && index === 0} />
        ))}
      </ul>
    </section>
  );
}

function DueRow({ due, isMain }: { due: Due; isMain: boolean }) {
  const when = due.isToday ? t('common.today') : weekday(due.day);
  return (
    <li className="due">
      <time dateTime={due.time ? `${due.day}T${due.time}` : due.day}>
        {shortDay(due.day)}
        <small>
          {due.time ? t('common.day_and_hour', { day: when, hour: hour(due.time) }) : when}
        </small>
      </time>
      <div>
        <h3>
          <TextLink href={due.href}>{due.title}</TextLink>
        </h3>
        {due.awaited && (
          <p className="due-state">
            <StateMark state="awaited">{due.awaited}</StateMark>
          </p>
        )}
        <p className="due-meta">
          {due.from && (
            <span>
              {due.room && <Icon name={due.room} />}
              {due.from}
            </span>
          )}
          {due.takes && (
            <span>
              <Icon name="clock" />
              {due.takes}
            </span>
          )}
        </p>
      </div>
      <LinkButton href={due.href} kind={isMain ? 'main' : 'plain'}>
        {due.action}
        <span className="hide"> {t('common.about', { title: due.title })}</span>
      </LinkButton>
    </li>
  );
}
