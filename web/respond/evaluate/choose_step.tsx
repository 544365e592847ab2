// SPDX-License-Identifier: EUPL-1.2
// web/respond/evaluate/choose_step.tsx
//
// Up to three activities that the experiment changes most. Nobody sees who chose what; from five on, the group sees
// what was often chosen, in no order.

/** @jsxImportSource preact */

import { useState } from 'preact/hooks';
import { type Phone, picks_max } from './kept.ts';
import { GroupList } from './list_step.tsx';
import type { Evaluation } from './use_evaluation.ts';
import { say } from './words.ts';

interface StepProps {
  view: Phone;
  evaluation: Evaluation;
}

export function ChooseStep({ view, evaluation }: StepProps) {
  const [isChanging, setIsChanging] = useState(false);
  if (view.picks_shown)
    return (
      <>
        <p class="voice" role="status">
          {say('evaluate.choose.shown')}
        </p>
        <GroupList view={view} />
      </>
    );
  if (view.picks.length > 0 && !isChanging)
    return (
      <>
        <p class="voice" role="status">
          {say('evaluate.choose.given')}
        </p>
        <ul class="plain rows">
          {view.activities
            .filter((activity) => view.picks.includes(activity.id))
            .map((activity) => (
              <li key={activity.id}>{activity.words}</li>
            ))}
        </ul>
        <p>
          <button
            type="button"
            class="btn wide"
            onClick={() => {
              evaluation.keep({ picks: view.picks });
              setIsChanging(true);
            }}
          >
            {say('evaluate.choose.change')}
          </button>
        </p>
      </>
    );
  return <Boxes view={view} evaluation={evaluation} onDone={() => setIsChanging(false)} />;
}

function Boxes({ view, evaluation, onDone }: StepProps & { onDone: () => void }) {
  // The scribe may have joined lines meanwhile: only what still stands is chosen.
  const picks = evaluation.kept.picks.filter((id) =>
    view.activities.some((each) => each.id === id),
  );
  const isFull = picks.length >= picks_max;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (picks.length === 0) return;
        void evaluation.choose(picks).then((isDone) => isDone && onDone());
      }}
    >
      <fieldset class="boxes" aria-describedby="choose-hint">
        <legend class="asked">{say('evaluate.choose.title')}</legend>
        <span class="hint" id="choose-hint">
          {say('evaluate.choose.hint')}
        </span>
        {view.activities.map((activity) => {
          const isChosen = picks.includes(activity.id);
          return (
            <label key={activity.id} class="box">
              <input
                type="checkbox"
                checked={isChosen}
                disabled={isFull && !isChosen}
                onChange={() =>
                  evaluation.keep({
                    picks: isChosen
                      ? picks.filter((id) => id !== activity.id)
                      : [...picks, activity.id],
                  })
                }
              />
              <span>{activity.words}</span>
            </label>
          );
        })}
      </fieldset>
      <p class="small soft kept" role="status">
        {isFull && say('evaluate.choose.three')}
      </p>
      <button
        type="submit"
        class="btn main wide"
        aria-disabled={picks.length === 0 || evaluation.isBusy}
      >
        {say('evaluate.choose.give')}
      </button>
    </form>
  );
}
