// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/participation.tsx
//
// Who answered, of how many: as a count, so that nobody is told to do better. Withheld where so few would be recognised.

import { type Column, DataTable, Section, TextLink, WithheldNote, withheld } from '#ui';
import { number, t } from '#words';
import { resultsPath } from './paths.ts';
import type { ResultPlace, Results } from './types.ts';
import { categoryWord } from './words_of.ts';

export function Participation({ results, id }: { results: Results; id: string }) {
  const groups = [null, ...results.categories.map(({ code }) => code)];
  const columns: Column<ResultPlace>[] = [
    {
      id: 'place',
      label: t('results.place'),
      isRowHeader: true,
      cell: (row) => <TextLink href={resultsPath(id, { lieu: row.code })}>{row.name}</TextLink>,
    },
    ...groups.map((category) => ({
      id: category ?? 'all',
      label: categoryWord(results, category),
      cell: (row: ResultPlace) => cellOf(row, category),
    })),
  ];
  const isAnyWithheld = results.places.some((place) => place.cells.some(({ open }) => !open));
  return (
    <Section title={t('results.participation.title')}>
      <p className="read soft">{t('results.participation.lead')}</p>
      <DataTable
        caption={t('results.participation.title')}
        isCaptionHidden
        isStacked="short"
        columns={columns}
        rows={results.places}
        rowId={(row) => row.code}
      />
      {isAnyWithheld && <WithheldNote spaceHref="/ecouter/nouvelle" />}
    </Section>
  );
}

function cellOf(row: ResultPlace, category: string | null) {
  const cell = row.cells.find((each) => (each.category ?? null) === category);
  if (cell === undefined) return '';
  if (!cell.open || cell.people == null) return withheld;
  if (cell.headcount == null) return number(cell.people);
  return t('results.of', { people: number(cell.people), headcount: number(cell.headcount) });
}
