// SPDX-License-Identifier: EUPL-1.2
// web/form/view/review.tsx
//
// Everything that will be sent, in words, before it is: each answer leads back to its question.

/** @jsxImportSource preact */

import { type Answers, ownMember } from '../condition.ts';
import type { Item, VisibleQuestion, VisibleSection } from '../form.ts';
import { Said } from './pieces.tsx';
import type { Problem } from './problems.tsx';
import { type Speech, useSpeech } from './words.ts';

interface ReviewProps {
  sections: readonly VisibleSection[];
  answers: Answers;
  problems: readonly Problem[];
  onChange: (item: Item) => void;
}

export function Review({ sections, answers, problems, onChange }: ReviewProps) {
  const { t } = useSpeech();
  return (
    <>
      <p class="soft">{t('form.review.lead')}</p>
      {sections.map(({ section, questions }) => (
        <div class="reviewed" key={section.code}>
          <h3>
            <Said wording={section.title} />
          </h3>
          <dl>
            {questions.map((each) => (
              <ReviewedQuestion
                key={each.question.code}
                {...{ ...each, answers, problems, onChange }}
              />
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}

type ReviewedProps = VisibleQuestion & Omit<ReviewProps, 'sections'>;

function ReviewedQuestion({ question, items, answers, problems, onChange }: ReviewedProps) {
  const { t, say } = useSpeech();
  const first = items[0];
  return (
    <div>
      <dt>
        <Said wording={question.text} />
      </dt>
      <dd>
        {question.type === 'grid' ? (
          <ul class="rows">
            {items.map((item) => (
              <li key={item.code}>
                <span>
                  <Said wording={item.row?.text ?? question.text} />
                </span>
                <Answered item={item} answers={answers} problems={problems} />
              </li>
            ))}
          </ul>
        ) : (
          first && (
            <div>
              <Answered item={first} answers={answers} problems={problems} />
            </div>
          )
        )}
        <button
          type="button"
          class="as-link"
          aria-label={t('form.review.change_of', { question: say(question.text) })}
          onClick={() => first && onChange(first)}
        >
          {t('form.review.change')}
        </button>
      </dd>
    </div>
  );
}

function Answered({
  item,
  answers,
  problems,
}: { item: Item } & Omit<ReviewedProps, keyof VisibleQuestion | 'onChange'>) {
  const speech = useSpeech();
  const { t, say, lang } = speech;
  const problem = problems.find((each) => each.item === item);
  if (problem) return <p class="wrong">{t('form.problem', { problem: problem.text })}</p>;
  const texts = answerTexts(item, answers, speech);
  if (texts.length === 0) return <p class="soft">{t('form.review.none')}</p>;
  const unit = item.question.unit;
  return (
    <>
      {texts.map((text) => (
        <p key={text} class="answer" lang={lang}>
          {text}
          {unit && `\u00a0${say(unit)}`}
        </p>
      ))}
    </>
  );
}

function answerTexts(
  item: Item,
  answers: Answers,
  { t, say, number, day }: Speech,
): readonly string[] {
  const answer = ownMember(answers, item.code);
  if (answer === undefined) return [];
  if (typeof answer === 'number') return [number(answer)];
  if (item.type === 'date') return [day(String(answer))];
  if (item.type === 'text') return [t('form.review.said', { words: String(answer) })];
  return item.options
    .filter(({ code }) => (Array.isArray(answer) ? answer.includes(code) : answer === code))
    .map((option) => say(option.label));
}
