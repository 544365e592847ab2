// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/day_choice.tsx
//
// For which day somebody counts: today, yesterday, for a night that ends the next day, or as far back as the server takes.

/** @jsxImportSource preact */

import { daysTaken, dayWords, plusDays } from './days.ts';
import type { TallyView } from './view.ts';
import { told } from './words.ts';

interface DayChoiceProps {
  view: TallyView;
  day: string;
  today: string;
  onChoose: (day: string) => void;
}

export function DayChoice({ view, day, today, onChoose }: DayChoiceProps) {
  const days = daysTaken(view, today);
  const yesterday = plusDays(today, -1);
  const near = days.filter((each) => each >= yesterday);
  const further = days.filter((each) => each < yesterday);
  // What was begun on a day that is over stays on it until somebody says otherwise.
  const isOver = !days.includes(day);
  const isFurther = !near.includes(day);
  return (
    <fieldset>
      <legend>{told('tally.day.legend')}</legend>
      <div class="kinds">
        {near.map((each) => (
          <label class="pill" key={each}>
            <input type="radio" name="day" checked={each === day} onChange={() => onChoose(each)} />
            <span>{told(each === today ? 'tally.day.today' : 'tally.day.yesterday')}</span>
          </label>
        ))}
        {(further.length > 0 || isFurther) && (
          <label class="pill">
            <input
              type="radio"
              name="day"
              checked={isFurther}
              onChange={() => onChoose(further[0] ?? day)}
            />
            <span>{told('tally.day.other')}</span>
          </label>
        )}
      </div>
      {isFurther && (
        <select
          class="input"
          aria-label={told('tally.day.which')}
          value={day}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {isOver && <option value={day}>{dayWords(day)}</option>}
          {further.map((each) => (
            <option key={each} value={each}>
              {dayWords(each)}
            </option>
          ))}
        </select>
      )}
      <p class={isOver ? 'wrong' : 'hint'} role={isOver ? 'alert' : undefined}>
        {isOver
          ? told('tally.day.over', { day: dayWords(day) })
          : told('tally.day.said', { day: dayWords(day) })}
      </p>
    </fieldset>
  );
}
