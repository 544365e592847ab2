// SPDX-License-Identifier: EUPL-1.2
// web/app/features/home/moved.tsx
//
// What moved lately, going back and refusing included: a result is a result.

import { threadPath } from '#app/object_paths.ts';
import { Section, TextLink } from '#ui';
import { findWord, shortDay, t } from '#words';
import type { MovedItem } from './use_home.ts';

export function Moved({ items }: { items: readonly MovedItem[] }) {
  return (
    <Section title={t('home.moved.title')}>
      {items.length === 0 ? (
        <p className="soft">{t('home.moved.none')}</p>
      ) : (
        <ul className="lines moved">
          {items.map((item) => (
            <li key={`${item.kind}:${item.object_id}`}>
              <p className="label">
                {t('thread.label', { day: shortDay(item.happened_on), what: whatMoved(item) })}
              </p>
              <p>{item.title}</p>
              <TextLink href={threadPath(item.kind, item.object_id)}>
                {t('home.moved.see')}
                <span className="hide"> {t('common.about', { title: item.title })}</span>
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function whatMoved(item: MovedItem): string {
  const state = findWord(`thread.state.${item.state}`);
  const kind = t('thread.kind', { kind: item.kind, count: 1 });
  return state === null ? kind : t('home.moved.what', { kind, state });
}
