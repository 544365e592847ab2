// SPDX-License-Identifier: EUPL-1.2
// web/respond/evaluate/look_step.tsx
//
// One activity after the other, three questions each, four answers of equal looks; then a sentence a family for who
// wants; then all of it is sent, once, and may be taken back until it is put together.

/** @jsxImportSource preact */

import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../pieces.tsx';
import {
  type Activity,
  draftOf,
  families,
  type Family,
  isAnswered,
  type Mark,
  marks,
  type Phone,
  sentence_length_max,
} from './kept.ts';
import type { Evaluation } from './use_evaluation.ts';
import { say } from './words.ts';

interface StepProps {
  view: Phone;
  evaluation: Evaluation;
}

export function LookStep({ view, evaluation }: StepProps) {
  const kept = view.activities.filter((activity) => activity.kept);
  const at = Math.min(evaluation.kept.at, kept.length);
  const activity = kept[at];
  const heading = useRef<HTMLHeadingElement>(null);
  const isMoved = useRef(false);
  const goTo = (next: number) => {
    isMoved.current = true;
    evaluation.keep({ at: next });
  };
  useEffect(() => {
    // A change of screen that somebody asked for; not the first one, whose title the page has.
    if (isMoved.current) heading.current?.focus();
    if (isMoved.current) window.scrollTo(0, 0);
    isMoved.current = false;
  }, [at]);

  if (view.sent) return <Sent evaluation={evaluation} />;
  return (
    <>
      {evaluation.kept.sent && (
        <p class="note small" role="status">
          {say('evaluate.sent.none')}
        </p>
      )}
      {activity ? (
        <>
          <p class="small soft">
            {say('evaluate.look.part', { number: at + 1, count: kept.length })}
          </p>
          <h2 class="voice" ref={heading} tabIndex={-1}>
            {activity.words}
          </h2>
          <p class="asked">{say('evaluate.look.question')}</p>
          {families.map((family) => (
            <Question key={family} activity={activity} family={family} evaluation={evaluation} />
          ))}
          <p class="small soft kept" role="status">
            {evaluation.kept.marks[activity.id] ? (
              <>
                <Icon name="check" />
                {say('evaluate.look.kept')}
              </>
            ) : (
              say('evaluate.look.pass')
            )}
          </p>
        </>
      ) : (
        <Sentences evaluation={evaluation} heading={heading} />
      )}
      {activity ? (
        <button type="button" class="btn main wide" onClick={() => goTo(at + 1)}>
          {say('evaluate.look.next')}
        </button>
      ) : (
        <Send view={view} evaluation={evaluation} />
      )}
      {at > 0 && (
        <p>
          <button type="button" class="btn wide" onClick={() => goTo(at - 1)}>
            {say('evaluate.look.back')}
          </button>
        </p>
      )}
    </>
  );
}

interface QuestionProps {
  activity: Activity;
  family: Family;
  evaluation: Evaluation;
}

function Question({ activity, family, evaluation }: QuestionProps) {
  const given = evaluation.kept.marks[activity.id] ?? {};
  const answer = (mark: Mark) =>
    evaluation.keep({
      marks: { ...evaluation.kept.marks, [activity.id]: { ...given, [family]: mark } },
    });
  return (
    <fieldset class="family" aria-describedby={`hint-${family}`}>
      <legend>{say(`evaluate.look.${family}`)}</legend>
      <span class="hint" id={`hint-${family}`}>
        {say(`evaluate.look.${family}_hint`)}
      </span>
      <div class="marks">
        {marks.map((mark) => (
          <label key={mark} class="mark">
            <input
              type="radio"
              name={`${activity.id}-${family}`}
              checked={given[family] === mark}
              onChange={() => answer(mark)}
            />
            <span>{say(`evaluate.mark.${mark}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Sentences({
  evaluation,
  heading,
}: {
  evaluation: Evaluation;
  heading: preact.RefObject<HTMLHeadingElement>;
}) {
  const { sentences } = evaluation.kept;
  return (
    <>
      <h2 class="voice" ref={heading} tabIndex={-1}>
        {say('evaluate.sentences.title')}
      </h2>
      <p class="hint">{say('evaluate.sentences.hint')}</p>
      {families.map((family) => (
        <div key={family} class="field">
          <label for={`sentence-${family}`}>
            {say(`evaluate.look.${family}`)}{' '}
            <span class="soft small">{say('evaluate.sentences.optional')}</span>
          </label>
          <textarea
            id={`sentence-${family}`}
            class="input short"
            rows={2}
            maxLength={sentence_length_max}
            value={sentences[family]}
            onInput={(event) =>
              evaluation.keep({ sentences: { ...sentences, [family]: event.currentTarget.value } })
            }
          />
        </div>
      ))}
    </>
  );
}

function Send({ view, evaluation }: StepProps) {
  const canSend = isAnswered(draftOf(evaluation.kept, view.activities));
  return (
    <>
      <button
        type="button"
        class="btn main wide"
        aria-disabled={!canSend || evaluation.isBusy}
        onClick={() => {
          if (canSend) void evaluation.send();
        }}
      >
        {say('evaluate.send.submit')}
      </button>
      <p class="small soft">{say(canSend ? 'evaluate.send.once' : 'evaluate.send.nothing')}</p>
    </>
  );
}

function Sent({ evaluation }: { evaluation: Evaluation }) {
  return (
    <>
      <p class="voice" role="status">
        {say('evaluate.sent.title')}
      </p>
      <p>{say('evaluate.sent.waits')}</p>
      <p>
        <button
          type="button"
          class="btn wide"
          aria-disabled={evaluation.isBusy}
          onClick={() => void evaluation.takeBack()}
        >
          <Icon name="undo" />
          {say('evaluate.sent.take_back')}
        </button>
      </p>
    </>
  );
}
