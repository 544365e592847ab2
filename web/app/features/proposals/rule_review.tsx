// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/rule_review.tsx
//
// A rule a team gave itself, and three months later the question: does it still hold? "No" may come with the rule
// as the team writes it from now on.

import { useState } from 'react';
import { useDraft } from '#app/use_draft.ts';
import { Button, Choice, Opened, ProblemNote, Quote, StateMark, TextArea } from '#ui';
import { plainDay, t } from '#words';
import { type LocalRule, type ReviewDraft, useReview } from './use_proposals.ts';

export function RuleReview({ rule, mayReview }: { rule: LocalRule; mayReview: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="stack">
      <h3>{t('proposals.rule.title')}</h3>
      <Quote text={rule.words} />
      <p className="soft small">
        {t('proposals.rule.decided', { day: plainDay(rule.decided_on) })}
      </p>
      {rule.reviewed_on && rule.holds && (
        <p>
          <b>
            {t('proposals.rule.held', {
              day: plainDay(rule.reviewed_on),
              holds: t(`proposals.holds.${rule.holds}`),
            })}
          </b>{' '}
          {rule.review_words}
        </p>
      )}
      {rule.review_on && (
        <StateMark state="to_come">
          {t('proposals.rule.ask_on', { day: plainDay(rule.review_on) })}
        </StateMark>
      )}
      {mayReview && !isOpen && (
        <p>
          <Button onPress={() => setIsOpen(true)}>{t('proposals.rule.question')}</Button>
        </p>
      )}
      {mayReview && isOpen && (
        <Opened onClose={() => setIsOpen(false)}>
          <ReviewForm rule={rule} onDone={() => setIsOpen(false)} />
        </Opened>
      )}
    </section>
  );
}

function ReviewForm({ rule, onDone }: { rule: LocalRule; onDone: () => void }) {
  const draft = useDraft<{ holds: ReviewDraft['holds'] | null; words: string; rewritten: string }>(
    `review.${rule.id}`,
    { holds: null, words: '', rewritten: rule.words },
  );
  const review = useReview(rule.id, () => {
    draft.clear();
    onDone();
  });
  const { holds, words, rewritten } = draft.value;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (holds === null) return;
        const isRewritten = holds !== 'yes' && rewritten.trim() !== '' && rewritten !== rule.words;
        review.mutate({
          holds,
          words,
          rewritten: isRewritten ? rewritten : null,
          version: rule.version,
        });
      }}
    >
      <Choice
        label={t('proposals.rule.question')}
        isSideBySide
        value={holds}
        onChange={(next) => draft.change({ holds: next })}
        options={(['yes', 'partly', 'no'] as const).map((each) => ({
          value: each,
          label: t(`proposals.holds.${each}`),
        }))}
      />
      <TextArea
        label={t('proposals.rule.words')}
        value={words}
        onChange={(next) => draft.change({ words: next })}
        length_max={2000}
      />
      {holds !== null && holds !== 'yes' && (
        <TextArea
          label={t('proposals.rule.rewritten')}
          value={rewritten}
          onChange={(next) => draft.change({ rewritten: next })}
          length_max={2000}
        />
      )}
      <ProblemNote problem={review.error} />
      <Button
        type="submit"
        kind="main"
        isBusy={review.isPending}
        isDisabled={holds === null || words.trim() === ''}
      >
        {t('proposals.rule.submit')}
      </Button>
    </form>
  );
}
