// SPDX-License-Identifier: EUPL-1.2
// web/ui/data_table.tsx
//
// A real table with a caption, in the order it was given: there is no sorting here, on purpose. A
// withheld cell is hatched and says so; WithheldNote, under the table, gives the one reason and two
// ways on. `isStacked` turns rows into short blocks on a phone.

import type { ReactNode } from 'react';
import { t } from '#words';
import './data_table.css';
import { TextLink } from './text_link.tsx';

/** A cell that may not be shown. */
export const withheld = Symbol('withheld');

export interface Column<Row> {
  id: string;
  label: string;
  cell: (row: Row) => ReactNode | typeof withheld;
  isRowHeader?: boolean;
  isNumber?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  isCaptionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** 'short': cells hold a number or a word, and stand two by two. */
  isStacked?: boolean | 'short';
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, isCaptionHidden, columns, rows, rowId, isStacked } = props;
  return (
    // A region that scrolls must be reachable by keyboard. Its name is not that of the section around it, which often
    // has the same title as the table.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- said above
    <section className="table-scroll" aria-label={t('common.table_of', { caption })} tabIndex={0}>
      <table
        className={isStacked ? `is-stacked${isStacked === 'short' ? ' is-short' : ''}` : undefined}
      >
        <caption className={isCaptionHidden ? 'hide' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.isNumber ? 'is-number' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  if (content === withheld)
    return (
      <td className="is-withheld" data-label={column.label}>
        <span>{t('common.withheld.cell')}</span>
      </td>
    );
  if (column.isRowHeader) return <th scope="row">{content}</th>;
  return (
    <td className={column.isNumber ? 'is-number' : undefined} data-label={column.label}>
      {content}
    </td>
  );
}

/** Always the same words, whatever the reason: to tell reasons apart would help to undo them. */
export function WithheldNote({ widerHref, spaceHref }: { widerHref?: string; spaceHref?: string }) {
  return (
    <div className="note stack">
      <p>
        <b>{t('common.withheld.name')}</b>
        {t('common.withheld.reason')}
      </p>
      {(widerHref || spaceHref) && (
        <p className="row">
          {widerHref && <TextLink href={widerHref}>{t('common.withheld.wider')}</TextLink>}
          {spaceHref && <TextLink href={spaceHref}>{t('common.withheld.discuss')}</TextLink>}
        </p>
      )}
    </div>
  );
}
