// SPDX-License-Identifier: EUPL-1.2
// web/app/shell/rooms_bar.tsx
//
// The brand and the five rooms. Up to 40 rem wide the rooms are a bar at the bottom of the screen,
// for one hand.

import { Icon, type Room, rooms, TextLink } from '#ui';
import { t } from '#words';

export const roomPaths: Record<Room, string> = {
  frame: '/cadrer',
  listen: '/ecouter',
  understand: '/comprendre',
  try: '/essayer',
  share: '/partager',
};

export function RoomsBar({ room, isShown }: { room: Room | null; isShown: boolean }) {
  return (
    <>
      <TextLink className="brand" href="/" aria-label={t('nav.home')}>
        <Icon name="bench" />
        {t('nav.brand')}
      </TextLink>
      {isShown && (
        <nav className="rooms" aria-label={t('nav.rooms')}>
          <ol>
            {rooms.map((name) => (
              <li key={name}>
                <TextLink href={roomPaths[name]} aria-current={name === room ? 'true' : undefined}>
                  <Icon name={name} />
                  {t(`rooms.${name}`)}
                </TextLink>
              </li>
            ))}
          </ol>
        </nav>
      )}
    </>
  );
}
