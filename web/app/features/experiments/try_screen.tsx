// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/try_screen.tsx
//
// What is being tried, and what was concluded. In the order of days; no outcome stands above another.

import { Loaded } from '#app/api/loaded.tsx';
import { EmptyState, LinkButton, PageHead, Section, TextLink } from '#ui';
import { fullDay, t } from '#words';
import './experiments.css';
import { ExperimentState, isOver } from './state.tsx';
import { FieldsOfProgrammes } from './together/links.tsx';
import { type ExperimentSummary, useExperiments } from './use_experiments.ts';

export function TryScreen() {
  const experiments = useExperiments();
  return (
    <>
      <PageHead
        room="try"
        title={t('experiments.index.title')}
        lead={t('experiments.index.lead')}
      />
      <Loaded from={experiments}>
        {({ items }, can) =>
          items.length === 0 ? (
            <EmptyState
              icon="try"
              title={t('experiments.empty.title')}
              action={
                can('begin') && (
                  <>
                    <LinkButton href="/essayer/nouveau" kind="main" icon="plus">
                      {t('experiments.begin.open')}
                    </LinkButton>
                    <LinkButton href="/ecouter">{t('experiments.empty.listen')}</LinkButton>
                  </>
                )
              }
            >
              <p>{t('experiments.empty.lead')}</p>
            </EmptyState>
          ) : (
            <div className="stack-xl">
              {can('begin') && (
                <p className="row">
                  <LinkButton href="/essayer/nouveau" kind="main" icon="plus">
                    {t('experiments.begin.open')}
                  </LinkButton>
                </p>
              )}
              <Group name="going" items={items.filter((item) => !isOver(item.state))} />
              <Group name="concluded" items={items.filter((item) => isOver(item.state))} />
              <FieldsOfProgrammes experiments={items} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function Group({
  name,
  items,
}: {
  name: 'going' | 'concluded';
  items: readonly ExperimentSummary[];
}) {
  if (items.length === 0) return null;
  return (
    <Section title={t(`experiments.group.${name}`)}>
      <ul className="lines experiment-lines">
        {items.map((item) => (
          <li key={item.id}>
            <p className="small soft">
              {item.place_name} ·{' '}
              {t('experiments.dates', {
                from: fullDay(item.starts_on),
                to: fullDay(item.ends_on),
              })}
            </p>
            <p className="line-title">
              <TextLink href={`/essayer/${item.id}`}>{item.title}</TextLink>
            </p>
            <p className="read">{item.hypothesis}</p>
            <ExperimentState {...item} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
