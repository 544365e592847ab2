// SPDX-License-Identifier: EUPL-1.2
// web/respond/evaluate/shared_step.tsx
//
// What was put together: a word a question, then sentences without author. No count, no colour of good and bad.

/** @jsxImportSource preact */

import { Said } from '../pieces.tsx';
import { families, type Phone } from './kept.ts';
import { say } from './words.ts';

export function SharedStep({ view }: { view: Phone }) {
  const { look } = view;
  if (!look) return null;
  const written = families.filter((family) => look[family].length > 0);
  return (
    <>
      <p class="voice" role="status">
        {say('evaluate.shared.lead')}
      </p>
      {look.by === 'aloud' && <p class="small soft">{say('evaluate.shared.aloud')}</p>}
      {look.activities.map((each) => (
        <section key={each.activity} class="looked">
          <h2>{each.activity}</h2>
          <dl class="readings">
            {families.map((family) => (
              <div key={family}>
                <dt>{say(`evaluate.look.${family}`)}</dt>
                <dd>{say(`evaluate.reading.${each[family] ?? 'none'}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {written.length > 0 && (
        <section aria-labelledby="written">
          <h2 id="written">{say('evaluate.shared.sentences')}</h2>
          {written.map((family) => (
            <div key={family} class="looked">
              <h3>{say(`evaluate.look.${family}`)}</h3>
              {look[family].map((words, at) => (
                <Said key={at} words={words} />
              ))}
            </div>
          ))}
        </section>
      )}
      <p class="note small">{say('evaluate.shared.then')}</p>
    </>
  );
}
