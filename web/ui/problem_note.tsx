// SPDX-License-Identifier: EUPL-1.2
// web/ui/problem_note.tsx
//
// Something did not work: said in words, announced, and given the focus so that it is not missed.
// Field errors that no field of this form shows are listed here.

import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '#words';
import { Button } from './button.tsx';
import './notes.css';
import { Icon } from './icons.tsx';
import { type ProblemLike, problemText } from './problem_words.ts';

interface ProblemNoteProps {
  problem: ProblemLike | null | undefined;
  onRetry?: () => void;
  /** Pointers that stand beside their own field already. */
  shownBesideFields?: readonly string[];
  /** Not for a note that is there when the page opens. */
  takesFocus?: boolean;
  children?: ReactNode;
}

export function ProblemNote(props: ProblemNoteProps) {
  const { problem, onRetry, shownBesideFields = [], takesFocus = true, children } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem && takesFocus) element.current?.focus();
  }, [problem, takesFocus]);
  if (!problem) return null;
  const others = (problem.errors ?? []).filter(
    (error) => !shownBesideFields.includes(error.pointer),
  );
  return (
    <div ref={element} className="problem-note stack" role="alert" tabIndex={-1}>
      <p className="with-icon">
        <Icon name="note" />
        <b>{problemText(problem.code)}</b>
      </p>
      {others.length > 0 && (
        <ul>
          {others.map((error) => (
            <li key={error.pointer + error.code}>{problemText(error.code)}</li>
          ))}
        </ul>
      )}
      {children}
      {onRetry && (
        <p>
          <Button onPress={onRetry}>{t('common.retry')}</Button>
        </p>
      )}
    </div>
  );
}
