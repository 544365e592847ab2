// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/place_part.tsx
//
// One place and occupation: who it stands on, then each question of each dimension. What may not be shown says so once, always in
// the same words, with two ways on.

import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { Section, WithheldNote } from '#ui';
import { fullDay, number, t } from '#words';
import { hasSameLegend, ItemFigure, type Part, reachOfAll } from './item_figure.tsx';
import { resultsPath } from './paths.ts';
import { byDimension } from './sentence.ts';
import type { PlaceResults, ResultItem, ResultPlace, Results } from './types.ts';
import { usePlaceResults, useResults } from './use_results.ts';
import { categoryWord, dimensionWord } from './words_of.ts';

interface PlacePartProps {
  id: string;
  results: Results;
  place: ResultPlace;
  category: string | null;
  /** An earlier campaign, side by side. */
  before: string | null;
}

export function PlacePart({ id, results, place, category, before }: PlacePartProps) {
  const answers = usePlaceResults(id, place.code, category);
  const earlier = useEarlier(results, place, category, before);
  return (
    <Loaded from={answers}>
      {(shown) =>
        shown.open ? (
          <Shown id={id} results={results} place={place} shown={shown} earlier={earlier} />
        ) : (
          <Closed id={id} results={results} place={place} category={category} />
        )
      }
    </Loaded>
  );
}

interface Earlier {
  label: string;
  answers: PlaceResults | null;
}

/** The same place an earlier time: the house itself, or one that bears the same name. */
function useEarlier(
  results: Results,
  place: ResultPlace,
  category: string | null,
  before: string | null,
): Earlier | null {
  const other = results.others.find((each) => each.id === before);
  const file = useResults(other?.id ?? '', other !== undefined);
  const places = file.data?.data.places ?? [];
  const same = place.parent == null ? places[0] : places.find((each) => each.name === place.name);
  const answers = usePlaceResults(other?.id ?? '', same?.code ?? '', category, same !== undefined);
  if (other === undefined) return null;
  return {
    label: t('results.before.label', { day: other.closed_on ? fullDay(other.closed_on) : '' }),
    answers: answers.data?.data.open ? answers.data.data : null,
  };
}

function Closed({
  id,
  results,
  place,
  category,
}: {
  id: string;
  results: Results;
  place: ResultPlace;
  category: string | null;
}) {
  const wider =
    category !== null
      ? resultsPath(id, { lieu: place.code })
      : resultsPath(id, place.parent == null ? {} : { lieu: place.parent });
  const subject = new URLSearchParams({
    subject: t('campaigns.cut.discussion', { name: place.name }),
  });
  return (
    <Section
      title={[place.name, category === null ? null : categoryWord(results, category)]
        .filter(Boolean)
        .join(' · ')}
    >
      <WithheldNote widerHref={wider} spaceHref={`/ecouter/nouvelle?${subject}`} />
    </Section>
  );
}

interface ShownProps {
  id: string;
  results: Results;
  place: ResultPlace;
  shown: PlaceResults;
  earlier: Earlier | null;
}

function Shown({ id, results, place, shown, earlier }: ShownProps) {
  const who = [place.name, shown.category == null ? null : categoryWord(results, shown.category)]
    .filter(Boolean)
    .join(' · ');
  const figures = results.items.map((item) => ({
    item,
    parts: partsOf(item, shown, earlier, who),
  }));
  const reach = reachOfAll(figures);
  return (
    <>
      <div className="stack">
        <h2>{who}</h2>
        {shown.people != null && shown.headcount != null && (
          <p className="read">
            {t('results.stands_on', {
              people: number(shown.people),
              headcount: number(shown.headcount),
            })}
          </p>
        )}
        {earlier !== null && earlier.answers === null && (
          <p className="soft read">{t('results.before.none')}</p>
        )}
        {shown.rest != null && (
          <p className="small soft read">
            {t('results.rest_lead', { people: number(shown.rest.people) })}
          </p>
        )}
      </div>
      {byDimension(results.items).map(({ dimension, items }) => (
        <Section key={dimension} title={dimensionWord(dimension)}>
          {items.map((item, at) => (
            <div key={item.code} className="stack">
              {isNewQuestion(items, at) && item.question && (
                <p className="read soft">{inLanguage(item.question)}</p>
              )}
              <ItemFigure
                item={item}
                parts={partsOf(item, shown, earlier, who)}
                reach={reach}
                isLegendSaid={!isNewQuestion(items, at) && hasSameLegend(items[at - 1], item)}
                isBesideRest={shown.rest != null && earlier?.answers == null}
                crossingHref={
                  results.categories.length > 0
                    ? resultsPath(id, { lieu: place.code, question: item.code })
                    : undefined
                }
              />
            </div>
          ))}
        </Section>
      ))}
    </>
  );
}

/** The stem of a grid is said above its first line. */
function isNewQuestion(items: readonly ResultItem[], at: number): boolean {
  return items[at]?.question?.fr !== items[at - 1]?.question?.fr;
}

function partsOf(
  item: ResultItem,
  shown: PlaceResults,
  earlier: Earlier | null,
  who: string,
): readonly Part[] {
  const of = (list: PlaceResults['items']) =>
    list.find((each) => each.item === item.code)?.shown ?? null;
  const here = { id: 'here', label: who, shown: of(shown.items) };
  if (earlier?.answers)
    return [here, { id: 'before', label: earlier.label, shown: of(earlier.answers.items) }];
  if (shown.rest == null) return [here];
  return [here, { id: 'rest', label: t('results.rest'), shown: of(shown.rest.items) }];
}
