// SPDX-License-Identifier: EUPL-1.2
// web/form/view/ticked.tsx
//
// One among the options, for a single choice and for a row of a grid: radios that can be cleared, side by side where
// there is room, or a list to choose from when there are too many to read at once.

/** @jsxImportSource preact */

import type { ComponentChildren } from 'preact';
import type { Option, Wording } from '../instrument.ts';
import { describedBy, focusFirst, Problem, Said } from './pieces.tsx';
import { useSpeech } from './words.ts';

/** A week’s worth of options and the way out; from there on, a phone's own list is quicker. */
const listed_max = 12;
/** Nought to ten, and the like: several fit on one line of a phone. Yes and no stand better one under the other. */
const short_length_max = 3;
const short_options_min = 5;

interface TickedProps {
  id: string;
  /** What is asked, for the button that clears. */
  asked: Wording;
  legend: ComponentChildren;
  /** Under the legend; `hasHint` when it holds an element of id `…-hint`. */
  under?: ComponentChildren;
  hasHint?: boolean;
  options: readonly Option[];
  isInColumns?: boolean;
  isRequired: boolean;
  given: unknown;
  onGive: (given: unknown) => void;
  problem: string | undefined;
}

export function Ticked(props: TickedProps) {
  const { id, asked, legend, under, hasHint, options, given, onGive, problem } = props;
  const { t, say } = useSpeech();
  const isTicked = options.some((option) => option.code === given);
  return (
    // ARIA in HTML allows a fieldset to be a radiogroup, which may be required or invalid; a radio may not.
    <fieldset
      id={id}
      class="asked"
      role={options.length > listed_max ? undefined : 'radiogroup'}
      aria-required={(options.length <= listed_max && props.isRequired) || undefined}
      aria-invalid={(options.length <= listed_max && problem !== undefined) || undefined}
      aria-describedby={describedBy(id, hasHint, problem)}
    >
      <legend>{legend}</legend>
      {under}
      <Problem id={id} problem={problem} />
      {options.length > listed_max ? (
        <FromList {...props} />
      ) : (
        <div
          class={`options ${layoutOf(
            options.map((each) => say(each.label)),
            props.isInColumns,
          )}`}
        >
          {options.map((option) => (
            <label class="choice" key={option.code}>
              <input
                type="radio"
                name={id}
                value={option.code}
                checked={given === option.code}
                onChange={() => onGive(option.code)}
              />
              <Said wording={option.label} />
            </label>
          ))}
        </div>
      )}
      {options.length <= listed_max && (
        <button
          type="button"
          class={isTicked ? 'as-link clear' : 'as-link clear is-idle'}
          aria-label={t('form.clear_to', { question: say(asked) })}
          onClick={() => {
            onGive(undefined);
            focusFirst(id);
          }}
        >
          {t('form.clear')}
        </button>
      )}
    </fieldset>
  );
}

function FromList({ id, asked, options, given, onGive, problem, isRequired }: TickedProps) {
  const { t, say, lang } = useSpeech();
  return (
    <select
      class="input"
      aria-label={say(asked)}
      aria-describedby={describedBy(id, false, problem)}
      aria-invalid={problem !== undefined || undefined}
      aria-required={isRequired || undefined}
      value={typeof given === 'string' ? given : ''}
      onChange={(event) => onGive(event.currentTarget.value || undefined)}
    >
      <option value="">{t('form.choose')}</option>
      {options.map((option) => (
        <option key={option.code} value={option.code} lang={lang}>
          {say(option.label)}
        </option>
      ))}
    </select>
  );
}

function layoutOf(labels: readonly string[], isInColumns = false): string {
  const areShort = labels.every((label) => label.length <= short_length_max);
  if (areShort && labels.length >= short_options_min) return 'are-short';
  return isInColumns ? `in-columns of-${labels.length}` : '';
}
