// SPDX-License-Identifier: EUPL-1.2
// web/respond/evaluate/before.tsx
//
// Before coming in: who reads, until when, what cannot be promised; then what is being tried.

/** @jsxImportSource preact */

import { Icon, OtherLanguage } from '../pieces.tsx';
import type { Language } from '../words.ts';
import type { Phone } from './kept.ts';
import type { Evaluation } from './use_evaluation.ts';
import { say } from './words.ts';

interface BeforeProps {
  view: Phone;
  evaluation: Evaluation;
  onLanguage: (language: Language) => void;
  day: (day: string) => string;
}

export function Before({ view, evaluation, onLanguage, day }: BeforeProps) {
  return (
    <>
      <p class="voice">{say('evaluate.enter.lead')}</p>
      <dl class="charter">
        <div>
          <dt>
            <Icon name="eye" />
            {say('evaluate.enter.who_reads')}
          </dt>
          <dd>{say('evaluate.enter.who_reads_text')}</dd>
        </div>
        <div>
          <dt>
            <Icon name="clock" />
            {say('evaluate.enter.until_when')}
          </dt>
          <dd>{say('evaluate.enter.until_when_text', { day: day(view.destroyed_on) })}</dd>
        </div>
        <div>
          <dt>
            <Icon name="quote" />
            {say('evaluate.enter.cannot_promise')}
          </dt>
          <dd>{say('evaluate.enter.cannot_promise_text')}</dd>
        </div>
      </dl>
      <p>
        <button
          type="button"
          class="btn main wide"
          aria-disabled={evaluation.isBusy}
          onClick={() => void evaluation.enter()}
        >
          {say('evaluate.enter.submit')}
        </button>
      </p>
      <p class="small soft">{say('evaluate.enter.takes')}</p>
      <dl class="facts small">
        <div>
          <dt>{say('evaluate.enter.tried', { day: day(view.starts_on) })}</dt>
          <dd>{view.hypothesis}</dd>
        </div>
      </dl>
      <OtherLanguage onLanguage={onLanguage} />
    </>
  );
}
