// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/item_figure.tsx
//
// One question's answers: the sentence they allow, the bars (here, and the rest of the house beside them), and every number in a
// table. A question that is withheld says what to do instead.

import { inLanguage } from '#app/pack_text.ts';
import { type Column, DataTable, TextLink } from '#ui';
import { number, t } from '#words';
import { Bars } from './bars.tsx';
import { answersOf, percentsOf, type Reach, reachOf, segmentsOf, sidesOf } from './diverging.ts';
import { Legend } from './legend.tsx';
import { besideOf } from './sentence.ts';
import type { ResultItem, Shown } from './types.ts';
import { percent, sentenceOf, shareWords } from './words_of.ts';

export interface Part {
  id: string;
  label: string;
  shown?: Shown | null | undefined;
}

interface ItemFigureProps {
  item: ResultItem;
  /** The first is the one that is spoken of. */
  parts: readonly Part[];
  /** The rest of the house is among the parts, and may be compared. */
  isBesideRest?: boolean;
  crossingHref?: string | undefined;
  reach?: Reach | undefined;
  /** The question above had the same one. */
  isLegendSaid?: boolean;
  /** Alone on its screen, it stands right under the title. */
  heading?: 'h2' | 'h3';
}

/** One scale for all the questions of a page. */
export function reachOfAll(
  figures: readonly { item: ResultItem; parts: readonly Part[] }[],
): Reach {
  return reachOf(
    figures.flatMap(({ item, parts }) =>
      parts.flatMap(({ shown }) => (shown == null ? [] : [segmentsOf(item, shown)])),
    ),
  );
}

/** Whether two questions are answered by the same words, on the same sides. */
export function hasSameLegend(one: ResultItem | undefined, other: ResultItem): boolean {
  if (one === undefined) return false;
  const said = (item: ResultItem) =>
    JSON.stringify([item.options.map(({ label }) => label), sidesOf(item)]);
  return said(one) === said(other);
}

export function ItemFigure(props: ItemFigureProps) {
  const { item, parts, isBesideRest, crossingHref, reach, isLegendSaid } = props;
  const Heading = props.heading ?? 'h3';
  const words = inLanguage(item.text);
  const first = parts[0]?.shown ?? null;
  return (
    <figure className="item-figure stack">
      <figcaption className="stack">
        <Heading>{words}</Heading>
        {first === null ? (
          <p className="soft">{t('results.item_withheld')}</p>
        ) : (
          <p className="voice">{sentenceOf(item, first)}</p>
        )}
      </figcaption>
      {parts.some(({ shown }) => shown != null) && (
        <>
          <Bars
            title={t('results.plot_of', { question: words })}
            item={item}
            bars={parts}
            reach={reach}
          />
          {!isLegendSaid && <Legend item={item} />}
          {first !== null && (
            <p className="small soft">
              {t('results.stands', {
                share: shareWords(first),
                count: answersOf(first),
                shown: number(answersOf(first)),
              })}
            </p>
          )}
        </>
      )}
      {isBesideRest && <Beside parts={parts} />}
      <div className="item-more">
        <details>
          <summary>
            {t('results.table')}
            <span className="hide"> {t('results.table_of', { question: words })}</span>
          </summary>
          <Numbers item={item} parts={parts} caption={words} />
        </details>
        {crossingHref && (
          <TextLink className="no-print item-crossing" href={crossingHref}>
            {t('results.to_crossing')}
            <span className="hide"> {t('results.table_of', { question: words })}</span>
          </TextLink>
        )}
      </div>
    </figure>
  );
}

function Beside({ parts }: { parts: readonly Part[] }) {
  const [here, rest] = [parts[0]?.shown, parts[1]?.shown];
  if (!here || !rest) return null;
  return <p className="small">{t(`results.beside.${besideOf(here, rest)}`)}</p>;
}

export function Numbers({
  item,
  parts,
  caption,
}: {
  item: ResultItem;
  parts: readonly Part[];
  caption: string;
}) {
  const sides = sidesOf(item);
  const columns: Column<Part>[] = [
    { id: 'who', label: t('results.who'), isRowHeader: true, cell: (row) => row.label },
    ...item.options.map((option, at) => ({
      id: `option ${at}`,
      label: inLanguage(option.label),
      isNumber: true,
      cell: (row: Part) => (row.shown == null ? '' : optionCell(row.shown, sides, at)),
    })),
    {
      id: 'share',
      label: t('results.favourable'),
      cell: (row) => (row.shown == null ? t('common.withheld.cell') : shareWords(row.shown)),
    },
    {
      id: 'answers',
      label: t('results.answers'),
      isNumber: true,
      cell: (row) => (row.shown == null ? '' : number(answersOf(row.shown))),
    },
    {
      id: 'none',
      label: t('results.no_answer'),
      isNumber: true,
      cell: (row) => (row.shown == null ? '' : number(row.shown.no_answer)),
    },
  ];
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      isStacked="short"
      columns={columns}
      rows={parts}
      rowId={(row) => row.id}
    />
  );
}

/** « 41 % (60) »: of those on the line; an option that stands apart is only counted. */
function optionCell(shown: Shown, sides: ReturnType<typeof sidesOf>, at: number): string {
  const count = shown.by_option[at] ?? 0;
  if (sides[at] === 'apart') return number(count);
  const on = shown.by_option.filter((_, each) => sides[each] !== 'apart');
  const place = sides.slice(0, at).filter((side) => side !== 'apart').length;
  const whole = percentsOf(on)[place] ?? 0;
  return t('results.percent_and_count', { percent: percent(whole / 100), count: number(count) });
}
