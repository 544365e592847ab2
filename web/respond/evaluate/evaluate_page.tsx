// SPDX-License-Identifier: EUPL-1.2
// web/respond/evaluate/evaluate_page.tsx
//
// A session of embedded evaluation in the hand. The room moves, this page follows: one thing at a time, and what was
// answered is found again after an interruption.

/** @jsxImportSource preact */

import { useEffect, useRef } from 'preact/hooks';
import { Page } from '../page.tsx';
import { OtherLanguage, plainDay, refusalText } from '../pieces.tsx';
import { type Language, t } from '../words.ts';
import { Before } from './before.tsx';
import { ChooseStep } from './choose_step.tsx';
import './evaluate.css';
import { ListStep } from './list_step.tsx';
import { LookStep } from './look_step.tsx';
import { SharedStep } from './shared_step.tsx';
import { type Evaluation, useEvaluation } from './use_evaluation.ts';
import { type EvaluateKey, say } from './words.ts';

interface EvaluatePageProps {
  code: string;
  onLanguage: (language: Language) => void;
}

const refusals: Record<string, EvaluateKey> = {
  'evaluation.ended': 'evaluate.problem.ended',
  'evaluation.not_now': 'evaluate.problem.not_now',
  'evaluation.full': 'evaluate.problem.full',
  'evaluation.participant_unknown': 'evaluate.problem.unknown_phone',
  'evaluation.already_released': 'evaluate.problem.released',
  'evaluation.already_sent': 'evaluate.problem.sent',
  'evaluation.already_shared': 'evaluate.problem.shared',
  'evaluation.nothing_answered': 'evaluate.send.nothing',
  'text.person_name': 'evaluate.problem.names',
  'text.health_number': 'evaluate.problem.names',
  'text.birth_date': 'evaluate.problem.names',
  'text.record_number': 'evaluate.problem.names',
  'text.too_long': 'evaluate.problem.too_long',
};

function said(code: string): string {
  const key = refusals[code];
  return key ? say(key) : refusalText(code);
}

export function EvaluatePage({ code, onLanguage }: EvaluatePageProps) {
  const evaluation = useEvaluation(code);
  const { view, refusal } = evaluation;
  const isOver = refusal?.code === 'evaluation.ended' || refusal?.code === 'not_found';

  if (view === null || isOver)
    return (
      <Page title={say('evaluate.title_plain')}>
        <p class="voice" role="status">
          {refusal
            ? said(refusal.code)
            : say(evaluation.isOffline ? 'evaluate.offline' : 'evaluate.loading')}
        </p>
        {refusal?.code === 'not_found' && (
          <p>
            <a href="/e/">{say('evaluate.code_other')}</a>
          </p>
        )}
        <OtherLanguage onLanguage={onLanguage} />
      </Page>
    );

  const { stage } = view;
  return (
    <Page
      title={view.title}
      establishment_id={view.establishment_id}
      under={view.entered && stage !== 'ended' ? say(`evaluate.step.${stage}`) : view.place_name}
    >
      {refusal && <RefusedNote evaluation={evaluation} />}
      {evaluation.isOffline && (
        <p class="note small" role="status">
          {say('evaluate.offline')}
        </p>
      )}
      {view.entered ? (
        <Step evaluation={evaluation} />
      ) : (
        <Before view={view} evaluation={evaluation} onLanguage={onLanguage} day={plainDay} />
      )}
    </Page>
  );
}

function RefusedNote({ evaluation }: { evaluation: Evaluation }) {
  const note = useRef<HTMLDivElement>(null);
  const code = evaluation.refusal?.field ?? evaluation.refusal?.code ?? '';
  useEffect(() => note.current?.focus(), [code]);
  // The server names the field that was wrong; every field of this page has one reason to be refused, said here.
  return (
    <div class="problem" role="alert" tabIndex={-1} ref={note}>
      <p>{said(code)}</p>
      <button type="button" class="as-link" onClick={evaluation.dismiss}>
        {t('respond.understood')}
      </button>
    </div>
  );
}

function Step({ evaluation }: { evaluation: Evaluation }) {
  const { view } = evaluation;
  switch (view?.stage) {
    case 'listing':
      return <ListStep view={view} evaluation={evaluation} />;
    case 'choosing':
      return <ChooseStep view={view} evaluation={evaluation} />;
    case 'looking':
      return <LookStep view={view} evaluation={evaluation} />;
    case 'shared':
      return <SharedStep view={view} />;
    default:
      return (
        <p class="voice" role="status">
          {say('evaluate.problem.ended')}
        </p>
      );
  }
}
