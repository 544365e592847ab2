// SPDX-License-Identifier: EUPL-1.2
// web/form/view/typed.tsx
//
// What is typed: a number (with a comma or a point), a day in three fields, some words. Nothing is cut off while
// somebody types: what is too long or out of bounds is said.

/** @jsxImportSource preact */

import { useState } from 'preact/hooks';
import type { Question } from '../instrument.ts';
import { lengthMaxOf } from '../reading.ts';
import { trimmed } from '../text.ts';
import { type AnswerProps, describedBy, QuestionText, Said, Under } from './pieces.tsx';
import { type Speech, useSpeech } from './words.ts';
import {
  type DayParts,
  dayGiven,
  dayTyped,
  digitsOf,
  numberGiven,
  numberTyped,
} from './written.ts';

export function NumberField({ id, question, given, onGive, problem }: AnswerProps) {
  const { t, language, number } = useSpeech();
  const [typed, setTyped] = useState(() => numberTyped(given, language));
  const bounds = boundsText(question, t, number);
  const described = describedBy(id, question.help || bounds, problem);
  const mayBeNegative = question.min != null && question.min < 0;
  return (
    <div id={id} class="asked">
      <label for={`${id}-field`}>
        <QuestionText question={question} />
      </label>
      <Under id={id} question={question} problem={problem}>
        {bounds && <p>{bounds}</p>}
      </Under>
      <div class="with-unit">
        <input
          id={`${id}-field`}
          class="input narrow"
          // The keypads of phones have no minus sign.
          inputMode={mayBeNegative ? 'text' : question.decimals ? 'decimal' : 'numeric'}
          autocomplete="off"
          aria-required={question.required || undefined}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={
            [described, question.unit && `${id}-unit`].filter(Boolean).join(' ') || undefined
          }
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            onGive(numberGiven(event.currentTarget.value));
          }}
        />
        {question.unit && (
          <span id={`${id}-unit`}>
            <Said wording={question.unit} />
          </span>
        )}
      </div>
    </div>
  );
}

function boundsText({ min, max }: Question, t: Speech['t'], number: Speech['number']): string {
  if (min != null && max != null) return t('form.between', { min: number(min), max: number(max) });
  if (min != null) return t('form.at_least', { min: number(min) });
  return max != null ? t('form.at_most', { max: number(max) }) : '';
}

const dayFields = [
  { part: 'day', digits_max: 2 },
  { part: 'month', digits_max: 2 },
  { part: 'year', digits_max: 4 },
] as const;

/** Three fields: a calendar is a poor way to a day one knows, and tells nothing of half a date. */
export function DayField({ id, question, given, onGive, problem }: AnswerProps) {
  const { t } = useSpeech();
  const [parts, setParts] = useState<DayParts>(() => dayTyped(given));
  return (
    <fieldset id={id} class="asked" aria-describedby={describedBy(id, 'always', problem)}>
      <legend>
        <QuestionText question={question} />
      </legend>
      <Under id={id} question={question} problem={problem}>
        <p>{t('form.date_hint')}</p>
      </Under>
      <div class="parts">
        {dayFields.map(({ part, digits_max }) => (
          <div key={part} class={part}>
            <label for={`${id}-${part}`}>{t(`form.${part}`)}</label>
            <input
              id={`${id}-${part}`}
              class="input"
              inputMode="numeric"
              autocomplete="off"
              aria-required={question.required || undefined}
              aria-invalid={problem !== undefined || undefined}
              value={parts[part]}
              onInput={(event) => {
                const digits = digitsOf(event.currentTarget.value, digits_max);
                event.currentTarget.value = digits;
                setParts({ ...parts, [part]: digits });
                onGive(dayGiven({ ...parts, [part]: digits }));
              }}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** From here on the room left is said aloud: before, it would be chatter. */
const room_said_max = 20;

export function TextField({ id, question, given, onGive, problem }: AnswerProps) {
  const { t, number } = useSpeech();
  const typed = typeof given === 'string' ? given : '';
  const room = lengthMaxOf(question) - Array.from(trimmed(typed)).length;
  const count = number(Math.abs(room));
  const isOne = Math.abs(room) === 1;
  const left = isOne ? t('form.sign_left') : t('form.signs_left', { count });
  const over = isOne ? t('form.sign_over') : t('form.signs_over', { count });
  return (
    <div id={id} class="asked">
      <label for={`${id}-field`}>
        <QuestionText question={question} />
      </label>
      <Under id={id} question={question} problem={problem}>
        <p>{t('form.no_name')}</p>
      </Under>
      <textarea
        id={`${id}-field`}
        class="input"
        rows={4}
        aria-required={question.required || undefined}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={describedBy(id, 'always', problem)}
        value={typed}
        onInput={(event) => onGive(event.currentTarget.value || undefined)}
      />
      <p class={room < 0 ? 'room is-over' : 'room'} aria-hidden={room <= room_said_max}>
        {room < 0 ? over : left}
      </p>
      <p class="hide" role="status">
        {room <= room_said_max && (room < 0 ? over : left)}
      </p>
    </div>
  );
}
