// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/crossing.tsx
//
// Croisement des regards: one question, seen by the occupations of a place, and by its places. Beside one another, in the order of
// the directory; a difference is something to ask each other about, not an answer.

import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { LinkButton, Section, Sheet, TextLink, WithheldNote } from '#ui';
import { t } from '#words';
import { Bars } from './bars.tsx';
import { Numbers, type Part } from './item_figure.tsx';
import { Legend } from './legend.tsx';
import { type Looked, resultsPath } from './paths.ts';
import type { ItemResults, ResultItem, Results } from './types.ts';
import { useItemResults } from './use_results.ts';
import { categoryWord, placeWord } from './words_of.ts';

interface CrossingProps {
  id: string;
  results: Results;
  item: ResultItem;
  place: string;
  looked: Looked;
}

export function Crossing({ id, results, item, place, looked }: CrossingProps) {
  const answers = useItemResults(id, item.code);
  const words = inLanguage(item.text);
  const subject = new URLSearchParams({ subject: words });
  return (
    <>
      <p className="no-print">
        <TextLink href={resultsPath(id, { ...looked, question: undefined })}>
          {t('results.crossing.back')}
        </TextLink>
      </p>
      <Sheet title={words}>
        {item.question && <p className="soft read">{inLanguage(item.question)}</p>}
        <p className="read">{t('results.crossing.lead')}</p>
        <Loaded from={answers}>
          {(shown) => (
            <Views
              item={item}
              byCategory={byCategory(results, shown, place)}
              byPlace={byPlace(results, shown)}
              where={placeWord(results, place)}
            />
          )}
        </Loaded>
        <p className="no-print">
          <LinkButton href={`/ecouter/nouvelle?${subject}`} icon="listen">
            {t('results.crossing.discuss')}
          </LinkButton>
        </p>
      </Sheet>
    </>
  );
}

interface ViewsProps {
  item: ResultItem;
  byCategory: readonly Part[];
  byPlace: readonly Part[];
  where: string;
}

function Views({ item, byCategory: categories, byPlace: places, where }: ViewsProps) {
  const isAnyWithheld = [...categories, ...places].some(({ shown }) => shown == null);
  return (
    <div className="stack-l">
      {categories.length > 1 && (
        <View
          title={t('results.crossing.by_category', { place: where })}
          item={item}
          parts={categories}
        />
      )}
      {places.length > 1 && (
        <View title={t('results.crossing.by_place')} item={item} parts={places} />
      )}
      {isAnyWithheld && <WithheldNote />}
    </div>
  );
}

function View({ title, item, parts }: { title: string; item: ResultItem; parts: readonly Part[] }) {
  return (
    <Section title={title}>
      <Bars title={title} item={item} bars={parts} />
      <Legend item={item} />
      <details>
        <summary>
          {t('results.table')}
          <span className="hide"> {t('results.table_of', { question: title })}</span>
        </summary>
        <Numbers item={item} parts={parts} caption={title} />
      </details>
    </Section>
  );
}

/** Everybody of the place first, then each occupation, as the campaign names them. */
function byCategory(results: Results, { cells }: ItemResults, place: string): Part[] {
  return [null, ...results.categories.map(({ code }) => code)].flatMap((category) => {
    const cell = cells.find((each) => each.place === place && (each.category ?? null) === category);
    if (cell === undefined) return [];
    return [{ id: category ?? 'all', label: categoryWord(results, category), shown: cell.shown }];
  });
}

function byPlace(results: Results, { cells }: ItemResults): Part[] {
  return results.places.flatMap(({ code, name }) => {
    const cell = cells.find((each) => each.place === code && each.category == null);
    return cell === undefined ? [] : [{ id: code, label: name, shown: cell.shown }];
  });
}
