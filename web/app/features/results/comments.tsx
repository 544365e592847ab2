// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/comments.tsx
//
// What people of the whole house wrote, as two colleges released it; or why there is nothing to read.

import { useRead } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage, type PackText } from '#app/pack_text.ts';
import { Section } from '#ui';
import { number, t } from '#words';

type Question = Omit<components['schemas']['QuestionComments'], 'text'> & { text: PackText };

export function Comments({ id }: { id: string }) {
  const comments = useRead<{ questions: Question[] }>(`/api/campaigns/${id}/results/comments`);
  return (
    <Loaded from={comments}>
      {({ questions }) =>
        questions.length === 0 ? null : (
          <Section title={t('results.comments.title')}>
            {questions.some(({ state }) => state === 'released') && (
              <p className="read">{t('results.comments.lead')}</p>
            )}
            {questions.map((question) => (
              <Written key={question.item} question={question} />
            ))}
          </Section>
        )
      }
    </Loaded>
  );
}

function Written({ question }: { question: Question }) {
  const out = (question.written ?? 0) - question.comments.length;
  return (
    <div className="stack read">
      <h3>{inLanguage(question.text)}</h3>
      <p className="small soft">
        {question.state === 'released'
          ? t('results.comments.released', {
              written: number(question.written ?? 0),
              count: out,
              out: number(out),
            })
          : t(`results.comments.${question.state}`)}
      </p>
      <ul className="lines comments">
        {question.comments.map((comment, index) => (
          <li key={`${index} ${comment}`}>{comment}</li>
        ))}
      </ul>
    </div>
  );
}
