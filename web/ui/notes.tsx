// SPDX-License-Identifier: EUPL-1.2
// web/ui/notes.tsx
//
// What the tool says quietly: nothing here yet and what to do next (EmptyState), loading, where a
// draft is kept (SavingMark), and how to take back what was just done (UndoBar).

import { type ReactNode, useEffect, useState } from 'react';
import { hour, t } from '#words';
import { Button } from './button.tsx';
import './notes.css';
import { Icon, type IconName } from './icons.tsx';

interface EmptyStateProps {
  icon?: IconName;
  title: string;
  /** What to do next, as one would say it to a colleague. */
  children: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon = 'bench', title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state stack">
      <Icon name={icon} />
      <p className="empty-title">{title}</p>
      <div className="soft read">{children}</div>
      {action && <div className="row">{action}</div>}
    </div>
  );
}

/** Said only if it lasts: a word that flashes by is noise. */
const delay_ms = 300;

export function Loading({ label }: { label?: string }) {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), delay_ms);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading soft" role="status">
      {isLong && (label ?? t('common.loading'))}
    </div>
  );
}

interface SavingMarkProps {
  /** When the words were last kept; null while nothing is. */
  saved_at: Date | null;
  /** Kept on this device (a draft), or by the server. */
  place?: 'draft' | 'server';
  wasRestored?: boolean;
}

export function SavingMark({ saved_at, place = 'draft', wasRestored }: SavingMarkProps) {
  const text =
    saved_at === null
      ? ''
      : wasRestored
        ? t('common.saved.restored', { hour: hour(saved_at) })
        : t(`common.saved.${place}`, { hour: hour(saved_at) });
  return (
    <span className="saving-mark small soft" role="status">
      {text && <Icon name="check" />}
      {text}
    </span>
  );
}

interface UndoBarProps {
  /** What was done: « Idée retirée. » */
  message: string | null;
  onUndo: () => void;
  onDismiss: () => void;
}

/** Stays until somebody acts: nobody has to be quick. */
export function UndoBar({ message, onUndo, onDismiss }: UndoBarProps) {
  return (
    <div role="status" className={message ? 'undo-bar' : undefined}>
      {message && (
        <>
          <span>{message}</span>
          <Button icon="undo" onPress={onUndo}>
            {t('common.undo')}
          </Button>
          <Button kind="quiet" onPress={onDismiss}>
            {t('common.close')}
          </Button>
        </>
      )}
    </div>
  );
}
