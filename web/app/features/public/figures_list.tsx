// SPDX-License-Identifier: EUPL-1.2
// web/app/features/public/figures_list.tsx
//
// Published percentages, each with its question, base, filter, perimeter and source. What could not be read with
// certainty is shown as that: all the values it may have been, and none chosen.

import { inLanguage } from '#app/pack_text.ts';
import { DataTable, Facts, Notice } from '#ui';
import { number, t } from '#words';
import { type Figure, type FigureFinding, type Figures, usePublicPage } from './references.ts';

export function FiguresList({ figures }: { figures: Figures }) {
  const findings = usePublicPage().data?.data.findings ?? [];
  return (
    <ol className="stack-xl">
      {figures.questions.map((question) => (
        <li key={question.code} className="stack">
          <h3>
            {question.code.toUpperCase()} · {inLanguage(question.question)}
          </h3>
          <QuestionFigures
            figures={figures.items.filter((figure) => figure.question === question.code)}
            findings={findings}
          />
        </li>
      ))}
    </ol>
  );
}

/** Several statements on one base are a table above one set of facts. */
function QuestionFigures({ figures, findings }: { figures: Figure[]; findings: FigureFinding[] }) {
  const [first] = figures;
  if (first === undefined) return null;
  if (figures.length === 1 || first.statement === null)
    return figures.map((figure) => (
      <article key={figure.key} className="figure stack">
        <FigureValue figure={figure} />
        <FigureFacts
          figure={figure}
          findings={findings.filter((finding) => finding.key === figure.key)}
        />
      </article>
    ));
  return (
    <article className="figure stack">
      <DataTable
        caption={t('public.figure.statements')}
        isCaptionHidden
        isStacked
        rows={figures}
        rowId={(figure) => figure.key}
        columns={[
          {
            id: 'statement',
            label: t('public.figure.statement'),
            isRowHeader: true,
            cell: (figure) => (figure.statement ? inLanguage(figure.statement) : ''),
          },
          {
            id: 'value',
            label: t('public.figure.value'),
            cell: (figure) => <FigureValue figure={figure} />,
          },
        ]}
      />
      <FigureFacts figure={first} findings={[]} />
    </article>
  );
}

function FigureFacts({ figure, findings }: { figure: Figure; findings: FigureFinding[] }) {
  const [first] = findings;
  return (
    <>
      <Facts
        columns={2}
        isSmall
        items={[
          { label: t('public.figure.base'), value: inLanguage(figure.base.text) },
          {
            label: t('public.figure.filter'),
            value: figure.base.filter
              ? inLanguage(figure.base.filter)
              : t('public.figure.everybody'),
          },
          {
            label: t('public.figure.perimeter'),
            value: figure.perimeter
              ? inLanguage(figure.perimeter.label)
              : t('public.figure.not_said'),
          },
          { label: t('public.figure.source'), value: figure.source },
        ]}
      />
      <p className="soft small">{inLanguage(figure.note)}</p>
      {first?.implied != null && (
        <Notice>
          <p>
            {t('public.figure.contradiction', {
              other: first.other_key.slice(0, 2).toUpperCase(),
              implied: number(first.implied),
            })}
          </p>
        </Notice>
      )}
    </>
  );
}

function FigureValue({ figure }: { figure: Figure }) {
  if (figure.coded_answers.length > 0)
    return (
      <ul className="bullets">
        {figure.coded_answers.map((answer) => (
          <li key={answer.code}>{inLanguage(answer.title)}</li>
        ))}
      </ul>
    );
  if (figure.value !== null)
    return (
      <p className="figure-value nums">
        <strong>{t('public.figure.percent', { value: number(figure.value) })}</strong>{' '}
        <span className="tag">{t(`public.figure.reading.${figure.reading}`)}</span>
      </p>
    );
  return (
    <div className="stack">
      <p>
        <span className="tag is-dashed">{t('public.figure.reading.ambiguous')}</span>
      </p>
      <ul className="bullets">
        {figure.candidates.map((candidate) => (
          <li key={candidate.text.fr}>{inLanguage(candidate.text)}</li>
        ))}
      </ul>
    </div>
  );
}
