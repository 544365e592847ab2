// SPDX-License-Identifier: EUPL-1.2
// web/respond/space/recognise.tsx
//
// One sentence at a time: chez moi aussi, chez moi c’est différent, je passe. Nothing is counted; the last answer
// can be undone until the group looks together.

/** @jsxImportSource preact */

import { useState } from 'preact/hooks';
import type { PhoneView } from '../api.ts';
import { Icon, Said } from '../pieces.tsx';
import { quoted, t } from '../words.ts';
import type { Answer } from './kept.ts';
import type { Space } from './use_space.ts';

const answers = [
  { answer: 'chez_moi_aussi', icon: 'same' },
  { answer: 'chez_moi_different', icon: 'differently' },
  { answer: 'je_passe', icon: 'pass' },
] as const;

export function Recognise({ space, view }: { space: Space; view: PhoneView }) {
  const [last, setLast] = useState<string | null>(null);
  const open = view.sentences.filter((each) => each.lived == null);
  const next = open.find((each) => space.kept.answers[each.id] === undefined);
  const settled = view.sentences.filter((each) => each.lived != null);

  const give = (sentence: string, answer: Answer) => {
    setLast(sentence);
    void space.answer(sentence, answer);
  };

  return (
    <>
      {next ? (
        <>
          <Said words={next.words} />
          <fieldset class="answers">
            <legend>{t('respond.recognise.question')}</legend>
            {answers.map(({ answer, icon }) => (
              <button
                key={answer}
                type="button"
                class="btn wide big"
                onClick={() => give(next.id, answer)}
              >
                <Icon name={icon} />
                {t(`respond.answer.${answer}`)}
              </button>
            ))}
          </fieldset>
          <p class="small soft">{t('respond.recognise.no_count')}</p>
        </>
      ) : (
        <p class="voice" role="status">
          {t(
            view.sentences.length === 0
              ? 'respond.recognise.nothing_yet'
              : 'respond.recognise.all_done',
          )}
        </p>
      )}
      {last && space.kept.answers[last] && (
        <p>
          <button
            type="button"
            class="btn"
            onClick={() => {
              void space.answer(last, null);
              setLast(null);
            }}
          >
            <Icon name="undo" />
            {t('respond.recognise.undo')}
          </button>
        </p>
      )}
      {settled.length > 0 && (
        <section aria-labelledby="settled">
          <h2 id="settled">{t('respond.recognise.settled')}</h2>
          <ul class="plain">
            {settled.map((each) => (
              <li key={each.id} class="own">
                <p class="voice">{quoted(each.words)}</p>
                {each.lived && (
                  <p class={each.lived === 'different' ? 'tag is-dashed' : 'tag'}>
                    <Icon name={each.lived === 'different' ? 'differently' : 'same'} />
                    {t(`respond.lived.${each.lived}`)}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
