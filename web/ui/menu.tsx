// SPDX-License-Identifier: EUPL-1.2
// web/ui/menu.tsx
//
// A button that opens a short list of actions or places. For two or three things, show the buttons.

import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from './button.tsx';
import './dialog.css';
import { Icon, type IconName } from './icons.tsx';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  href?: string;
  onPress?: () => void;
}

export function Menu({ label, entries }: { label: string; entries: readonly MenuEntry[] }) {
  return (
    <MenuTrigger>
      <Button icon="down">{label}</Button>
      <Popover>
        <AriaMenu className="menu">
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              className="menu-item"
              href={entry.href}
              onAction={entry.onPress}
              textValue={entry.label}
            >
              {entry.icon && <Icon name={entry.icon} />}
              {entry.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
