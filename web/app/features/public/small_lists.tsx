// SPDX-License-Identifier: EUPL-1.2
// web/app/features/public/small_lists.tsx
//
// Dimensions, open questions, quotations and themes: short lists, in the order of their document.

import { inLanguage } from '#app/pack_text.ts';
import { Facts, Quote, Tag } from '#ui';
import type { Dimensions, OpenQuestions, Quotes, Themes } from './references.ts';

export function DimensionList({ dimensions }: { dimensions: Dimensions }) {
  return (
    <Facts
      items={dimensions.dimensions.map((dimension) => ({
        label: inLanguage(dimension.title),
        value: inLanguage(dimension.help),
      }))}
    />
  );
}

export function QuestionList({ questions }: { questions: OpenQuestions }) {
  return questions.groups.map((group) => (
    <div key={group.code} className="stack">
      <h3>{inLanguage(group.title)}</h3>
      <ul className="bullets">
        {questions.items
          .filter((question) => question.group === group.code)
          .map((question) => (
            <li key={question.code}>{inLanguage(question.text)}</li>
          ))}
      </ul>
    </div>
  ));
}

export function QuoteList({ quotes }: { quotes: Quotes }) {
  return (
    <ul className="stack-l">
      {quotes.items.map((quote) => (
        <li key={quote.code}>
          <Quote text={inLanguage(quote.translation)} />
        </li>
      ))}
    </ul>
  );
}

export function ThemeList({ themes }: { themes: Themes }) {
  return (
    <ul className="row">
      {themes.items.map((theme) => (
        <li key={theme.code}>
          <Tag>{inLanguage(theme.title)}</Tag>
        </li>
      ))}
    </ul>
  );
}
