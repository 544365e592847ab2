// SPDX-License-Identifier: EUPL-1.2
// web/form/view/several.tsx
//
// Several among the options. How many at most, and which one stands alone, are said before; ticking the one that stands
// alone takes the others away, as the next radio would.

/** @jsxImportSource preact */

import type { Option, Question } from '../instrument.ts';
import { type AnswerProps, describedBy, QuestionText, Said, Under } from './pieces.tsx';
import { type Speech, useSpeech } from './words.ts';

export function Several({
  id,
  question,
  options,
  given,
  onGive,
  problem,
}: AnswerProps & { options: readonly Option[] }) {
  const { t } = useSpeech();
  const ticked = Array.isArray(given) ? (given as readonly unknown[]) : [];
  return (
    <fieldset id={id} class="asked" aria-describedby={describedBy(id, 'always', problem)}>
      <legend>
        <QuestionText question={question} />
      </legend>
      <Under id={id} question={question} problem={problem}>
        <p>{boundText(question, t)}</p>
      </Under>
      <div class="options">
        {options.map((option) => (
          <label class="choice" key={option.code}>
            <input
              type="checkbox"
              value={option.code}
              checked={ticked.includes(option.code)}
              onChange={(event) =>
                onGive(afterTicking(ticked, option, event.currentTarget.checked, options))
              }
            />
            <span>
              <Said wording={option.label} />
              {option.exclusive && <span class="hint">{t('form.alone')}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function boundText({ choices_max }: Question, t: Speech['t']): string {
  if (choices_max == null) return t('form.several');
  return choices_max === 1 ? t('form.several_one') : t('form.several_max', { bound: choices_max });
}

/** In the order of the options; nothing rather than an empty list. */
function afterTicking(
  ticked: readonly unknown[],
  { code, exclusive }: Option,
  isTicked: boolean,
  options: readonly Option[],
): readonly string[] | undefined {
  const codes = options
    .filter((each) => {
      if (each.code === code) return isTicked;
      const goesAlong = !isTicked || !(exclusive || each.exclusive);
      return goesAlong && ticked.includes(each.code);
    })
    .map((each) => each.code);
  return codes.length > 0 ? codes : undefined;
}
