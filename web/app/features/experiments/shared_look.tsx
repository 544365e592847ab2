// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/shared_look.tsx
//
// What a session of embedded evaluation showed: one word for each activity and family, then sentences without author.
// A word is a word: no count, no colour, no sign of good or bad.

import { t } from '#words';
import type { components } from '#app/api/schema.ts';
import { quoted } from '#words';
import './experiments.css';

type Schemas = components['schemas'];
export type SharedLook = Schemas['SharedLook'];
export type Reading = NonNullable<SharedLook['activities'][number]['effectiveness']>;

export const families = ['effectiveness', 'technical', 'social'] as const;

export function readingWord(reading: Reading | null | undefined): string {
  return t(`evaluation_session.reading.${reading ?? 'none'}`);
}

export function Readings({ look }: { look: SharedLook }) {
  return (
    <div className="readings">
      <table>
        <caption className="hide">{t('evaluation_session.look_part.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('evaluation_session.look_part.activity')}</th>
            {families.map((family) => (
              <th key={family} scope="col">
                {t(`experiments.review.${family}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {look.activities.map((each, at) => (
            <tr key={at}>
              <th scope="row">{each.activity}</th>
              {families.map((family) => (
                <td key={family} data-label={t(`experiments.review.${family}`)}>
                  {readingWord(each[family])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Sentences({ look }: { look: SharedLook }) {
  const written = families.filter((family) => look[family].length > 0);
  if (written.length === 0) return null;
  return (
    <div className="said-since">
      {written.map((family) => (
        <section key={family} className="stack">
          <h3>{t(`experiments.review.${family}`)}</h3>
          <ul className="stack">
            {look[family].map((words, at) => (
              <li key={at} className="voice">
                {quoted(words)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
