// SPDX-License-Identifier: EUPL-1.2
// web/form/view/pieces.tsx
//
// What every question is made of: its words, its hints, what is to be looked at again.

/** @jsxImportSource preact */

import type { ComponentChildren } from 'preact';
import type { Question, Wording } from '../instrument.ts';
import { useSpeech } from './words.ts';

/** What one field or group of fields is drawn from. */
export interface AnswerProps {
  /** Of the element that groups the fields: the summary of what is to be looked at again leads there. */
  id: string;
  question: Question;
  given: unknown;
  onGive: (given: unknown) => void;
  /** What is to be looked at again. */
  problem: string | undefined;
}

export function Said({ wording }: { wording: Wording }) {
  const { say, lang } = useSpeech();
  return <span lang={lang}>{say(wording)}</span>;
}

export function QuestionText({ question }: { question: Question }) {
  const { t } = useSpeech();
  return (
    <>
      <Said wording={question.text} />
      {question.required && <span class="hint needed">{t('form.required')}</span>}
    </>
  );
}

interface UnderProps {
  id: string;
  question: Question;
  problem: string | undefined;
  children?: ComponentChildren;
}

/** Under the question: its help and its hint, then its problem. What `describedBy` leads to. */
export function Under({ id, question, problem, children }: UnderProps) {
  return (
    <>
      {(question.help || children) && (
        <div class="hint" id={`${id}-hint`}>
          {question.help && (
            <p>
              <Said wording={question.help} />
            </p>
          )}
          {children}
        </div>
      )}
      <Problem id={id} problem={problem} />
    </>
  );
}

export function Problem({ id, problem }: { id: string; problem: string | undefined }) {
  const { t } = useSpeech();
  if (problem === undefined) return null;
  return (
    <p class="wrong" id={`${id}-problem`}>
      {t('form.problem', { problem })}
    </p>
  );
}

export function describedBy(id: string, hasHint: unknown, problem: string | undefined) {
  const ids = [problem && `${id}-problem`, hasHint && `${id}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

const fields = 'input, select, textarea';

/** The ticked control of a question, or its first. */
export function focusAnswer(id: string): void {
  const group = document.getElementById(id);
  const ticked = group?.querySelector<HTMLElement>('input:checked');
  (ticked ?? group?.querySelector<HTMLElement>(fields))?.focus();
}

/** Once the answer is taken back. */
export function focusFirst(id: string): void {
  document.getElementById(id)?.querySelector<HTMLElement>(fields)?.focus();
}
