// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/list_screen.tsx
//
// The questionnaires there are: those of one's houses, then those that ship.

import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { EmptyState, LinkButton, PageHead, Section, Tag, TextLink } from '#ui';
import { duration, t } from '#words';
import './instruments.css';
import { type InstrumentLine, useInstruments } from './use_instruments.ts';

export function ListScreen() {
  const instruments = useInstruments();
  return (
    <>
      <PageHead room="listen" title={t('instruments.title')} lead={t('instruments.lead')} />
      <Loaded from={instruments}>
        {({ items }, can) => {
          const own = items.filter((line) => !line.shipped);
          const begin = can('compose') && (
            <LinkButton href="/ecouter/questionnaires/nouveau" kind="main" icon="plus">
              {t('instruments.begin')}
            </LinkButton>
          );
          return (
            <div className="stack-xl">
              {own.length === 0 ? (
                <EmptyState
                  icon="questionnaire"
                  title={t('instruments.empty.title')}
                  action={begin}
                >
                  <p>{t('instruments.empty.lead')}</p>
                </EmptyState>
              ) : (
                <Section title={t('instruments.own')}>
                  {begin && <p className="row">{begin}</p>}
                  <Lines items={own} />
                </Section>
              )}
              <Section title={t('instruments.shipped')}>
                <p className="read soft">{t('instruments.shipped_lead')}</p>
                <Lines items={items.filter((line) => line.shipped)} />
              </Section>
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

export function addressOf(line: InstrumentLine): string {
  return `/ecouter/questionnaires/${line.shipped ? 'livres/' : ''}${line.id}`;
}

export function titleOf(line: InstrumentLine): string {
  return inLanguage(line.title) || line.title.fr || t('instruments.untitled');
}

function Lines({ items }: { items: readonly InstrumentLine[] }) {
  return (
    <ul className="lines">
      {items.map((line) => (
        <li key={line.id} className="stack">
          {line.establishment_name && <p className="small soft">{line.establishment_name}</p>}
          <p className="line-title">
            <TextLink href={addressOf(line)}>{titleOf(line)}</TextLink>
          </p>
          <LineFacts line={line} />
        </li>
      ))}
    </ul>
  );
}

export function LineFacts({ line }: { line: InstrumentLine }) {
  return (
    <p className="row small soft">
      <span>{t('instruments.items', { count: line.items })}</span>
      <span>{duration(line.minutes)}</span>
      <Tag>{t(`instruments.validation.${line.validation}`)}</Tag>
      {!line.shipped && (
        <Tag>
          {line.fixed == null
            ? t(line.holds_together ? 'instruments.state.ready' : 'instruments.state.draft')
            : t('instruments.state.fixed', { number: line.fixed })}
        </Tag>
      )}
    </p>
  );
}
