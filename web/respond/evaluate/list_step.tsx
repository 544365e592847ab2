// SPDX-License-Identifier: EUPL-1.2
// web/respond/evaluate/list_step.tsx
//
// What one does, on an ordinary day: up to five short lines, that wait until five people have written.

/** @jsxImportSource preact */

import { useState } from 'preact/hooks';
import { Icon } from '../pieces.tsx';
import { line_length_max, lines_max, type Phone } from './kept.ts';
import type { Evaluation } from './use_evaluation.ts';
import { say } from './words.ts';

interface StepProps {
  view: Phone;
  evaluation: Evaluation;
}

export function ListStep({ view, evaluation }: StepProps) {
  const [isChanging, setIsChanging] = useState(false);
  if (view.lines_shown)
    return (
      <>
        <p class="voice" role="status">
          {say('evaluate.list.shown')}
        </p>
        <GroupList view={view} />
      </>
    );
  return (
    <>
      {view.lines.length > 0 && !isChanging ? (
        <Given view={view} evaluation={evaluation} onChange={() => setIsChanging(true)} />
      ) : (
        <Write view={view} evaluation={evaluation} onDone={() => setIsChanging(false)} />
      )}
      <p class="note small">{say('evaluate.list.waits')}</p>
      <GroupList view={view} />
    </>
  );
}

function Write({ view, evaluation, onDone }: StepProps & { onDone: () => void }) {
  const { kept } = evaluation;
  const started = kept.lines.length > 0 ? kept.lines : view.lines;
  // One empty line more than what is written: nobody is asked to fill five.
  const shown = Math.min(
    Math.max(started.filter((line) => line.trim() !== '').length + 1, 3),
    lines_max,
  );
  const lines = Array.from({ length: shown }, (_, at) => started[at] ?? '');
  const written = lines.map((line) => line.trim()).filter((line) => line !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (written.length === 0) return;
        void evaluation.give(written).then((isDone) => {
          if (!isDone) return;
          evaluation.keep({ lines: [] });
          onDone();
        });
      }}
    >
      <fieldset class="lines" aria-describedby="lines-hint">
        <legend class="asked">{say('evaluate.list.title')}</legend>
        <span class="hint" id="lines-hint">
          {say('evaluate.list.hint')}
        </span>
        {lines.map((line, at) => (
          <input
            // Lines have no name of their own: their place is all there is.
            key={at}
            class="input"
            aria-label={say('evaluate.list.line', { number: at + 1 })}
            maxLength={line_length_max}
            autocomplete="off"
            value={line}
            onInput={(event) =>
              evaluation.keep({
                lines: lines.map((each, index) =>
                  index === at ? event.currentTarget.value : each,
                ),
              })
            }
          />
        ))}
      </fieldset>
      <p class="small soft kept" role="status">
        {written.length > 0 && (
          <>
            <Icon name="check" />
            {say('evaluate.list.kept')}
          </>
        )}
      </p>
      <button
        type="submit"
        class="btn main wide"
        aria-disabled={written.length === 0 || evaluation.isBusy}
      >
        {say('evaluate.list.give')}
      </button>
    </form>
  );
}

function Given({ view, evaluation, onChange }: StepProps & { onChange: () => void }) {
  return (
    <>
      <p class="voice" role="status">
        {say('evaluate.list.given')}
      </p>
      <ul class="plain rows">
        {view.lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
      <p class="two">
        <button
          type="button"
          class="btn"
          onClick={() => {
            evaluation.keep({ lines: view.lines });
            onChange();
          }}
        >
          {say('evaluate.list.change')}
        </button>
        <button
          type="button"
          class="btn"
          onClick={() => {
            evaluation.keep({ lines: view.lines });
            void evaluation.give([]);
          }}
        >
          <Icon name="undo" />
          {say('evaluate.list.withdraw')}
        </button>
      </p>
    </>
  );
}

export function GroupList({ view }: { view: Phone }) {
  if (view.activities.length === 0) return null;
  return (
    <section aria-labelledby="group-list">
      <h2 id="group-list">{say('evaluate.list.group')}</h2>
      <ul class="plain rows">
        {view.activities.map((activity) => (
          <li key={activity.id}>
            {activity.words}
            {activity.kept && <span class="tag">{say('evaluate.choose.kept')}</span>}
            {activity.often && <span class="tag">{say('evaluate.choose.often')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
