// SPDX-License-Identifier: EUPL-1.2
// web/form/view/problems.tsx
//
// What is to be looked at again before going on: what is no answer, what is needed and missing. Said in one list at the
// top, each line leading to its question, and beside the question.

/** @jsxImportSource preact */

import type { Ref } from 'preact';
import {
  type Form,
  type Given,
  type Item,
  missing,
  trouble,
  type VisibleSection,
} from '../form.ts';
import type { Trouble } from '../reading.ts';
import { type Speech, useSpeech } from './words.ts';

export interface Problem {
  item: Item;
  text: string;
}

/** In the order of the page. */
export function problemsIn(
  form: Form,
  sections: readonly VisibleSection[],
  given: Given,
  speech: Speech,
): readonly Problem[] {
  const needed = new Set(missing(form, given));
  return sections
    .flatMap(({ questions }) => questions.flatMap(({ items }) => items))
    .flatMap((item) => {
      const found = trouble(form, item.code, given);
      if (found) return [{ item, text: troubleText(found, speech) }];
      return needed.has(item) ? [{ item, text: speech.t('form.problem.required') }] : [];
    });
}

function troubleText({ code, bound }: Trouble, { t, number }: Speech): string {
  if (code === 'number.too_precise' && bound === 0) return t('form.problem.number.not_whole');
  return t(`form.problem.${code}`, bound === undefined ? {} : { bound: number(bound) });
}

interface SummaryProps {
  problems: readonly Problem[];
  box: Ref<HTMLDivElement>;
  hrefOf: (item: Item) => string;
  onGo: (item: Item) => void;
}

export function ProblemSummary({ problems, box, hrefOf, onGo }: SummaryProps) {
  const { t, say, lang } = useSpeech();
  const title =
    problems.length === 1
      ? t('form.problems.one')
      : t('form.problems.many', { count: problems.length });
  return (
    <div class="problems" role="group" aria-label={title} tabIndex={-1} ref={box}>
      <h3>{title}</h3>
      <ul>
        {problems.map(({ item, text }) => (
          <li key={item.code}>
            <a
              href={hrefOf(item)}
              onClick={(event) => {
                // The address is the caller's, and may hold a secret after its #.
                event.preventDefault();
                onGo(item);
              }}
            >
              <span lang={lang}>{say(item.row?.text ?? item.question.text)}</span>
            </a>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
