// SPDX-License-Identifier: EUPL-1.2
// web/form/view/grid.tsx
//
// Several sentences answered on one scale: one group of radios per row, never a table of them, so that each option is
// read with its row and everything stacks on a phone.

/** @jsxImportSource preact */

import type { Item } from '../form.ts';
import type { Question } from '../instrument.ts';
import { describedBy, QuestionText, Said, Under } from './pieces.tsx';
import { Ticked } from './ticked.tsx';

interface GridProps {
  id: string;
  question: Question;
  rows: readonly Item[];
  idOf: (code: string) => string;
  givenTo: (code: string) => unknown;
  onGive: (code: string, given: unknown) => void;
  problemOf: (code: string) => string | undefined;
}

export function Grid({ id, question, rows, idOf, givenTo, onGive, problemOf }: GridProps) {
  return (
    <fieldset class="grid" id={id} aria-describedby={describedBy(id, question.help, undefined)}>
      <legend>
        <QuestionText question={question} />
      </legend>
      <Under id={id} question={question} problem={undefined} />
      {rows.map((item) => (
        <Ticked
          key={item.code}
          id={idOf(item.code)}
          asked={item.row?.text ?? question.text}
          legend={<Said wording={item.row?.text ?? question.text} />}
          options={item.options}
          isInColumns
          isRequired={question.required === true}
          given={givenTo(item.code)}
          onGive={(given) => onGive(item.code, given)}
          problem={problemOf(item.code)}
        />
      ))}
    </fieldset>
  );
}
