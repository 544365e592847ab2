// SPDX-License-Identifier: EUPL-1.2
// web/app/features/search/search_screen.tsx
//
// The box, and what it finds. The query is in the address, so that a search can be kept or shared.

import { useSearch as useAddress, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { Button, EmptyState, PageHead, Section, TextField, TextLink } from '#ui';
import { shortDay, t } from '#words';
import { type Found, useSearch } from './use_search.ts';

const query_length_max = 200;

export function SearchScreen() {
  const { q = '' } = useAddress({ from: '/chercher' });
  const router = useRouter();
  const [text, setText] = useState(q);
  const found = useSearch(q);
  return (
    <>
      <PageHead title={t('nav.search.title')} lead={t('nav.search.lead')} />
      <div className="stack-xl read">
        <search>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              void router.navigate({ to: '/chercher', search: { q: text.trim() || undefined } });
            }}
          >
            <TextField
              label={t('nav.search.label')}
              type="search"
              value={text}
              onChange={setText}
              length_max={query_length_max}
            />
            <Button type="submit" kind="main" icon="search">
              {t('nav.search.submit')}
            </Button>
          </form>
        </search>
        {q !== '' && (
          <Loaded from={found}>{({ items }) => <Results query={q} items={items} />}</Loaded>
        )}
      </div>
    </>
  );
}

function Results({ query, items }: { query: string; items: readonly Found[] }) {
  if (items.length === 0)
    return (
      <EmptyState icon="search" title={t('nav.search.none', { query })}>
        {t('nav.search.none_advice')}
      </EmptyState>
    );
  return (
    <Section title={t('nav.search.results', { query })}>
      <ul className="lines">
        {items.map((item) => (
          <li key={item.id}>
            <h3>
              <TextLink href={item.path}>{item.title}</TextLink>
            </h3>
            {item.day && <p className="label">{shortDay(item.day)}</p>}
            {item.excerpt && <p className="soft">{item.excerpt}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
