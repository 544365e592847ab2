// SPDX-License-Identifier: EUPL-1.2
// web/ui/button.tsx
//
// Button acts, LinkButton goes somewhere; they look alike. One `main` per section of a screen.
// While `isBusy`, a button keeps its place and its focus, and says so.

import type { ReactNode } from 'react';
import { Button as AriaButton, Link as AriaLink } from 'react-aria-components';
import { t } from '#words';
import './button.css';
import { Icon, type IconName } from './icons.tsx';

interface Look {
  children: ReactNode;
  kind?: 'main' | 'plain' | 'quiet';
  icon?: IconName;
  /** As wide as its container. */
  isWide?: boolean;
  /** 56 px high: the answers on a phone. */
  isBig?: boolean;
}

interface ButtonProps extends Look {
  onPress?: () => void;
  type?: 'button' | 'submit';
  isBusy?: boolean;
  isDisabled?: boolean;
  /** For a button that stays pressed, as a filter. */
  isPressed?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string;
  /** For the button that opens or closes a dialog: see Dialog. */
  slot?: 'close';
}

function look({ kind = 'plain', isWide, isBig }: Look): string {
  return ['btn', kind, isWide && 'wide', isBig && 'big'].filter(Boolean).join(' ');
}

export function Button({
  children,
  kind,
  icon,
  isWide,
  isBig,
  isBusy,
  isPressed,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      isPending={isBusy}
      className={look({ children, kind, isWide, isBig })}
      data-on={isPressed || undefined}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {isBusy && <span className="hide">{t('common.working')}</span>}
    </AriaButton>
  );
}

export function LinkButton({ href, children, icon, ...rest }: Look & { href: string }) {
  return (
    <AriaLink href={href} className={look({ children, ...rest })}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </AriaLink>
  );
}
