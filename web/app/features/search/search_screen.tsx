// SPDX-License-Identifier: EUPL-1.2
// web/app/features/search/search_screen.tsx
//
// The box, and what it finds, newest first. The query is in the address, so that a search can be kept or shared.

import { useSearch as useAddress, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { objectPath } from '#app/object_paths.ts';
import {
  Button,
  EmptyState,
  LinkButton,
  PageHead,
  Section,
  Select,
  TextField,
  TextLink,
} from '#ui';
import { fullDay, t } from '#words';
import { type Asked, type SearchResults, useSearch } from './use_search.ts';

const query_length_max = 200;
const kinds = [
  'space',
  'idea',
  'proposal',
  'local_rule',
  'experiment',
  'conclusion',
  'sheet',
] as const;

export function SearchScreen() {
  const { q = '', kind, page = 1 } = useAddress({ from: '/chercher' });
  const router = useRouter();
  const [text, setText] = useState(q);
  const asked = { q, kind, page };
  const found = useSearch(asked);

  function look(next: { q: string | undefined; kind: string | undefined }) {
    void router.navigate({ to: '/chercher', search: { ...next, page: undefined } });
  }

  return (
    <>
      <PageHead title={t('nav.search.title')} lead={t('nav.search.lead')} />
      <div className="stack-xl read">
        <search>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              look({ q: text.trim() || undefined, kind });
            }}
          >
            <TextField
              label={t('nav.search.label')}
              type="search"
              value={text}
              onChange={setText}
              length_max={query_length_max}
            />
            <Select
              label={t('nav.search.kind')}
              value={kind ?? 'all'}
              options={[
                { value: 'all', label: t('nav.search.all_kinds') },
                ...kinds.map((one) => ({
                  value: one,
                  label: t('thread.kind', { kind: one, count: 2 }),
                })),
              ]}
              onChange={(chosen) =>
                look({
                  q: text.trim() || undefined,
                  kind: chosen === 'all' || chosen === '' ? undefined : chosen,
                })
              }
            />
            <Button type="submit" kind="main" icon="search">
              {t('nav.search.submit')}
            </Button>
          </form>
        </search>
        {q !== '' && (
          <Loaded from={found}>{(results) => <Results asked={asked} results={results} />}</Loaded>
        )}
      </div>
    </>
  );
}

function Results({ asked, results }: { asked: Asked; results: SearchResults }) {
  const query = asked.q;
  if (results.items.length === 0)
    return (
      <EmptyState icon="search" title={t('nav.search.none', { query })}>
        {t('nav.search.none_advice')}
      </EmptyState>
    );
  return (
    <Section title={t('nav.search.results', { query })}>
      <ul className="lines">
        {results.items.map((item) => (
          <li key={`${item.kind}:${item.object_id}`}>
            <h3>
              <TextLink href={objectPath(item.kind, item.object_id)}>{item.title}</TextLink>
            </h3>
            <p className="label">
              {t('nav.search.what', {
                kind: t('thread.kind', { kind: item.kind, count: 1 }),
                day: fullDay(item.happened_on),
                place: item.place_name,
              })}
            </p>
          </li>
        ))}
      </ul>
      <p className="row">
        {asked.page > 1 && (
          <LinkButton href={pageHref(asked, asked.page - 1)}>{t('nav.search.newer')}</LinkButton>
        )}
        {results.has_more && (
          <LinkButton href={pageHref(asked, asked.page + 1)}>{t('nav.search.older')}</LinkButton>
        )}
      </p>
    </Section>
  );
}

function pageHref({ q, kind }: Asked, page: number): string {
  const wanted = new URLSearchParams({ q });
  if (kind) wanted.set('kind', kind);
  if (page > 1) wanted.set('page', String(page));
  return `/chercher?${wanted}`;
}
