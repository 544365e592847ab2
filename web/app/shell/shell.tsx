// SPDX-License-Identifier: EUPL-1.2
// web/app/shell/shell.tsx
//
// What stands around every screen: skip link, the bench with its five rooms, the edge of the room
// one is in, the screen itself, and the foot with the danger line.

import { Outlet, useMatches, useRouter } from '@tanstack/react-router';
import { RouterProvider as AriaRouterProvider } from 'react-aria-components';
import { t } from '#words';
import { useSession } from '../session.ts';
import { Foot } from './foot.tsx';
import { OfflineNote } from './offline_note.tsx';
import { RoomsBar } from './rooms_bar.tsx';
import './shell.css';
import { Tools } from './tools.tsx';

export function Shell() {
  const router = useRouter();
  const room = useMatches({ select: (matches) => matches.at(-1)?.staticData.room ?? null });
  const session = useSession().data?.data;
  const account = session?.account ?? null;

  return (
    <AriaRouterProvider
      navigate={(href) => void router.navigate({ href })}
      useHref={(href) => href}
    >
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <header className="bench">
        <div className="bench-inside">
          <RoomsBar room={room} isShown={account !== null} />
          <Tools account={account} isKnown={session !== undefined} />
        </div>
      </header>
      {room && <div className={`edge of-${room}`} />}
      <OfflineNote />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Foot placeName={account?.mandates[0]?.place_name} />
    </AriaRouterProvider>
  );
}
