// SPDX-License-Identifier: EUPL-1.2
// web/form/view/question_field.tsx
//
// One question, by its type.

/** @jsxImportSource preact */

import type { VisibleQuestion } from '../form.ts';
import { Grid } from './grid.tsx';
import { QuestionText, Under } from './pieces.tsx';
import { Several } from './several.tsx';
import { Ticked } from './ticked.tsx';
import { DayField, NumberField, TextField } from './typed.tsx';

/** What is given, and what is wrong with it: by item. */
export interface Filling {
  idOf: (code: string) => string;
  givenTo: (code: string) => unknown;
  onGive: (code: string, given: unknown) => void;
  /** Once it was to be said. */
  problemOf: (code: string) => string | undefined;
}

export function QuestionField({
  question,
  items,
  filling,
}: VisibleQuestion & { filling: Filling }) {
  const { code } = question;
  const props = {
    id: filling.idOf(code),
    question,
    given: filling.givenTo(code),
    onGive: (given: unknown) => filling.onGive(code, given),
    problem: filling.problemOf(code),
  };
  switch (question.type) {
    case 'single':
      return (
        <Ticked
          {...props}
          asked={question.text}
          legend={<QuestionText question={question} />}
          under={<Under {...props} problem={undefined} />}
          hasHint={question.help != null}
          options={items[0]?.options ?? []}
          isRequired={question.required === true}
        />
      );
    case 'multiple':
      return <Several {...props} options={items[0]?.options ?? []} />;
    case 'grid':
      return <Grid {...filling} id={props.id} question={question} rows={items} />;
    case 'number':
      return <NumberField {...props} />;
    case 'date':
      return <DayField {...props} />;
    case 'text':
      return <TextField {...props} />;
  }
}
