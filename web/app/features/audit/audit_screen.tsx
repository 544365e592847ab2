// SPDX-License-Identifier: EUPL-1.2
// web/app/features/audit/audit_screen.tsx
//
// The journal that both colleges keep watch over: the head to note down, what it is good for, the entries, and the
// whole of it to take away.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { type Column, DataTable, EmptyState, Notice, PageHead, Plank, Section, Sheet } from '#ui';
import { findWord, fullDay, hour, number, parisDay, t } from '#words';
import { detailsInWords } from './details.ts';
import { type Audit, type AuditLine, useAudit } from './use_audit.ts';

export function AuditScreen() {
  const { chain } = useParams({ from: '/journal/$chain' });
  return (
    <>
      <PageHead
        room="frame"
        where={t('audit.where')}
        title={t('audit.title')}
        lead={t('audit.lead')}
      />
      <Loaded from={useAudit(chain)}>{(audit) => <Shown audit={audit} />}</Loaded>
    </>
  );
}

function Shown({ audit }: { audit: Audit }) {
  if (audit.length === 0)
    return (
      <EmptyState title={t('audit.none')} icon="note">
        {t('audit.none_next')}
      </EmptyState>
    );
  return (
    <div className="stack-xl">
      <Sheet title={t('audit.head.title')}>
        <p className="soft">
          {t('audit.head.of', {
            title: audit.title,
            count: audit.length,
          })}
        </p>
        <p>
          <code className="audit-head">{audit.head}</code>
        </p>
        <p>{t('audit.head.keep')}</p>
        {audit.broken_at === null || audit.broken_at === undefined ? (
          <p>{t('audit.whole')}</p>
        ) : (
          <Notice>{t('audit.broken', { entry: number(audit.broken_at) })}</Notice>
        )}
        <p className="row">
          <a className="btn" href={`/api/audit/${audit.chain}/journal.csv`} download>
            {t('audit.take.table')}
          </a>
          <a className="btn" href={`/api/audit/${audit.chain}/journal.jsonl`} download>
            {t('audit.take.lines')}
          </a>
        </p>
        <p className="small soft">{t('audit.take.for')}</p>
      </Sheet>
      <Plank title={t('audit.how.title')}>
        <p>{t('audit.how.what')}</p>
        <p>{t('audit.how.check')}</p>
        <p>
          <code className="audit-head">
            {t('audit.how.command', { head: audit.head, chain: audit.chain })}
          </code>
        </p>
      </Plank>
      <Section title={t('audit.entries')}>
        <DataTable
          caption={t('audit.entries')}
          isCaptionHidden
          isStacked
          columns={columns(audit)}
          rows={audit.entries}
          rowId={(line) => String(line.entry.number)}
        />
        {audit.length > audit.entries.length && <p className="soft">{t('audit.more')}</p>}
      </Section>
    </div>
  );
}

function columns({ names }: Audit): readonly Column<AuditLine>[] {
  return [
    {
      id: 'number',
      label: t('audit.column.number'),
      cell: ({ entry }) => entry.number,
      isNumber: true,
    },
    {
      id: 'at',
      label: t('audit.column.at'),
      cell: ({ entry }) =>
        t('common.day_and_hour', {
          day: fullDay(parisDay(new Date(entry.at))),
          hour: hour(new Date(entry.at)),
        }),
    },
    { id: 'who', label: t('audit.column.who'), cell: ({ actor }) => actor || t('audit.by_itself') },
    {
      id: 'what',
      label: t('audit.column.what'),
      cell: ({ entry }) => {
        const details = detailsInWords(entry, names);
        return (
          <>
            <p>{findWord(`audit.action.${entry.action}`) ?? t('audit.action.other')}</p>
            {details && <p className="small soft">{details}</p>}
          </>
        );
      },
    },
  ];
}
