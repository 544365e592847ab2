// SPDX-License-Identifier: EUPL-1.2
// web/ui/page_head.tsx
//
// The top of every page: its room (or the day, or where it belongs), its title, one sentence, and
// the thread. It names the browser tab and takes the focus after a change of page. One per screen.

import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { t } from '#words';
import { Icon } from './icons.tsx';
import './page_head.css';
import { takeTitleFocusWish } from './page_focus.ts';
import type { Room } from './rooms.ts';

interface PageHeadProps {
  title: string;
  room?: Room;
  /** Beside the room's name, or instead of it: « Partager · cluster ». */
  where?: ReactNode;
  lead?: ReactNode;
  /** A row of facts: readers, version, authors. */
  facts?: ReactNode;
  /** A ThreadStrip. */
  thread?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, room, where, lead, facts, thread, actions }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    document.title = t('common.page_title', { title });
  }, [title]);

  // A layout effect: moved after paint, a quick Tab would land elsewhere.
  useLayoutEffect(() => {
    if (takeTitleFocusWish()) heading.current?.focus();
  }, []);

  // The room's own page does not say its name twice.
  const isRoom = room !== undefined && title === t(`rooms.${room}`);
  return (
    <div className="page-head">
      {((room && !isRoom) || where) && (
        <p className="where">
          {room && <Icon name={room} />}
          {room && <span>{t(`rooms.${room}`)}</span>}
          {room && where && <span aria-hidden="true">·</span>}
          {where && <span>{where}</span>}
        </p>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead && <p className="soft read">{lead}</p>}
      {facts && <div className="row small soft">{facts}</div>}
      {thread}
      {actions && <div className="row">{actions}</div>}
    </div>
  );
}
