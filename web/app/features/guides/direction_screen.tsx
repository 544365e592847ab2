// SPDX-License-Identifier: EUPL-1.2
// web/app/features/guides/direction_screen.tsx
//
// What is to be decided, answered and paid for, on one page that prints. Staff representatives read the same.

import { Loaded } from '#app/api/loaded.tsx';
import { objectPath } from '#app/object_paths.ts';
import { Button, DataTable, EmptyState, PageHead, Section, TextLink } from '#ui';
import { findWord, fullDay, t } from '#words';
import { type DueItem, type Home, useHome } from '../home/index.ts';

const groups = {
  answers: ['proposal_answer'],
  gates: ['gate_answer'],
  conclusions: ['experiment_conclusion'],
  means: ['means_end'],
} as const satisfies Record<string, readonly DueItem['kind'][]>;

export function DirectionScreen() {
  const home = useHome(true);
  return (
    <>
      <PageHead
        title={t('guides.direction.title')}
        lead={t('guides.direction.lead')}
        actions={
          <Button icon="print" onPress={() => window.print()}>
            {t('guides.print')}
          </Button>
        }
      />
      <Loaded from={home}>{(content) => <Synthesis home={content} />}</Loaded>
    </>
  );
}

function Synthesis({ home }: { home: Home }) {
  const all = [...home.owed.awaited, ...home.owed.this_week, ...home.owed.later];
  return (
    <div className="stack-xl">
      {(Object.keys(groups) as (keyof typeof groups)[]).map((name) => {
        const kinds: readonly DueItem['kind'][] = groups[name];
        return (
          <Section key={name} title={t(`guides.direction.${name}`)}>
            <DueTable
              caption={t(`guides.direction.${name}`)}
              items={all.filter((item) => kinds.includes(item.kind))}
              today={home.today}
            />
          </Section>
        );
      })}
    </div>
  );
}

interface DueTableProps {
  caption: string;
  items: readonly DueItem[];
  today: string;
}

function DueTable({ caption, items, today }: DueTableProps) {
  if (items.length === 0)
    return (
      <EmptyState title={t('guides.direction.nothing')}>
        {t('guides.direction.nothing_lead')}
      </EmptyState>
    );
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      isStacked
      rows={items}
      rowId={(item) => `${item.kind}:${item.object_id}:${item.on}`}
      columns={[
        {
          id: 'what',
          label: t('guides.direction.what'),
          isRowHeader: true,
          cell: (item) => (
            <TextLink href={objectPath(item.object_kind, item.object_id)}>{item.title}</TextLink>
          ),
        },
        {
          id: 'when',
          label: t('guides.direction.when'),
          cell: (item) =>
            item.on < today
              ? t('guides.direction.since', { day: fullDay(item.on) })
              : fullDay(item.on),
        },
        {
          id: 'who',
          label: t('guides.direction.who'),
          cell: (item) =>
            item.awaited_of
              .map((college) => findWord(`people.college.${college}`) ?? college)
              .join(', '),
        },
      ]}
    />
  );
}
