// SPDX-License-Identifier: EUPL-1.2
// web/form/view/form_view.tsx
//
// A questionnaire being answered: one section per screen, then « Vos réponses », then done. It keeps nothing and sends
// nothing: the caller keeps what onChange says, wrong values included, and sends what onDone says, and only that.
// Words must have been loaded (loadFormWords); the page's own title stands above.

/** @jsxImportSource preact */

import type { Ref } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { ownMember } from '../condition.ts';
import type { VisibleSection } from '../form.ts';
import { focusAnswer, Said } from './pieces.tsx';
import { ProblemSummary } from './problems.tsx';
import { type Filling, QuestionField } from './question_field.tsx';
import { Review } from './review.tsx';
import { type Answering, type FormViewProps, useAnswering } from './use_answering.ts';
import { SpeechContext, useSpeech } from './words.ts';
import './form.css';

export function FormView(props: FormViewProps) {
  const answering = useAnswering(props);
  const { speech, here, place, index, sections, told, answers, problems, given } = answering;
  const prefix = useId();
  const idOf = (code: string) => `${prefix}-${code}`;
  const heading = useRef<HTMLHeadingElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  // In the layout, not after it: a quick Tab would land elsewhere.
  useLayoutEffect(() => {
    if (place.focus === 'heading') heading.current?.focus();
    else if (place.focus === 'problems') summary.current?.focus();
    else if (place.focus !== 'nothing') focusAnswer(`${prefix}-${place.focus.code}`);
  }, [place, prefix]);

  const filling: Filling = {
    idOf,
    givenTo: (code) => ownMember(given, code),
    onGive: answering.give,
    problemOf: (code) => told.find(({ item }) => item.code === code)?.text,
  };
  const needsSome = props.form.items.some((item) => item.question.required);
  return (
    <SpeechContext.Provider value={speech}>
      <form
        class="questionnaire"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          answering.goOn();
        }}
      >
        <Title {...{ here, index, count: sections.length, heading }} />
        {told.length > 0 && (
          <ProblemSummary
            box={summary}
            problems={told}
            hrefOf={(item) => `#${idOf(item.code)}`}
            onGo={(item) => (here ? focusAnswer(idOf(item.code)) : answering.goTo(item))}
          />
        )}
        {here?.section.intro && (
          <p class="intro">
            <Said wording={here.section.intro} />
          </p>
        )}
        {index === 0 && (
          <p class="soft">{speech.t(needsSome ? 'form.some_required' : 'form.may_skip')}</p>
        )}
        {here?.questions.map((each) => (
          <QuestionField key={each.question.code} {...each} filling={filling} />
        ))}
        {!here && <Review {...{ sections, answers, problems, onChange: answering.goTo }} />}
        <Steps {...answering} />
      </form>
    </SpeechContext.Provider>
  );
}

interface TitleProps {
  /** None is the review. */
  here: VisibleSection | undefined;
  index: number;
  count: number;
  heading: Ref<HTMLHeadingElement>;
}

function Title({ here, index, count, heading }: TitleProps) {
  const { t } = useSpeech();
  return (
    <h2 ref={heading} tabIndex={-1}>
      {here && count > 1 && (
        <span class="part">
          {t('form.part', { number: index + 1, count })}
          <span class="hide">{t('form.part_then')}</span>
        </span>
      )}
      {here ? <Said wording={here.section.title} /> : t('form.review')}
    </h2>
  );
}

function Steps({ here, index, place, isSending, goBack }: Answering) {
  const { t } = useSpeech();
  const onward = place.cameFromReview ? 'form.back_to_review' : 'form.next';
  return (
    <div class="steps">
      <button type="submit" class="btn main" aria-disabled={isSending || undefined}>
        {t(here ? onward : isSending ? 'form.sending' : 'form.send')}
      </button>
      {index !== 0 && !(here && place.cameFromReview) && (
        <button type="button" class="btn" onClick={goBack}>
          {t('form.previous')}
        </button>
      )}
    </div>
  );
}
