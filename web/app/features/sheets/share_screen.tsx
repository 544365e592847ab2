// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/share_screen.tsx
//
// The sheets one may read: ours being written, ours shared, and those from elsewhere. In the order of days.

import { Loaded } from '#app/api/loaded.tsx';
import { useSession } from '#app/session.ts';
import { EmptyState, LinkButton, PageHead, Section, Tag, TextLink } from '#ui';
import { findWord, fullDay, t } from '#words';
import './sheets.css';
import { type SheetSummary, useSheets } from './use_sheets.ts';

export function ShareScreen() {
  const sheets = useSheets();
  const session = useSession();
  const own = new Set(
    (session.data?.data.account?.mandates ?? []).map((mandate) => mandate.place_id),
  );
  return (
    <>
      <PageHead
        room="share"
        title={t('sheets.index.title')}
        lead={t('sheets.index.lead')}
        facts={<TextLink href="/partager/clusters">{t('clusters.index.title')}</TextLink>}
      />
      <Loaded from={sheets}>
        {({ items }, can) => {
          const begin = can('begin') && (
            <LinkButton href="/partager/nouvelle" kind="main" icon="plus">
              {t('sheets.begin.open')}
            </LinkButton>
          );
          if (items.length === 0)
            return (
              <EmptyState icon="share" title={t('sheets.empty.title')} action={begin}>
                <p>{t('sheets.empty.lead')}</p>
              </EmptyState>
            );
          const ours = items.filter((item) => own.has(item.establishment_id));
          return (
            <div className="stack-xl">
              {begin && <p className="row">{begin}</p>}
              <Group name="mine" items={ours.filter((item) => item.state === 'mine')} />
              <Group name="ours" items={ours.filter((item) => item.state !== 'mine')} />
              <Group
                name="elsewhere"
                items={items.filter((item) => !own.has(item.establishment_id))}
              />
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

function Group({
  name,
  items,
}: {
  name: 'mine' | 'ours' | 'elsewhere';
  items: readonly SheetSummary[];
}) {
  if (items.length === 0) return null;
  return (
    <Section title={t(`sheets.group.${name}`)}>
      <ul className="lines">
        {items.map((item) => (
          <li key={item.id} className="stack">
            <p className="small soft">
              {name === 'elsewhere' ? item.establishment_name : item.place_name} ·{' '}
              {findWord(`sheets.template.${item.template_id}`) ?? t('sheets.template.other')}
            </p>
            <p className="line-title">
              <TextLink href={`/partager/${item.id}`}>{item.title}</TextLink>
            </p>
            <p className="row small soft">
              <Tag icon="eye">{t(`sheets.read_by.${item.audience}`)}</Tag>
              <span>{fullDay(item.written_on)}</span>
              {item.authors && <span>{item.authors}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
