// SPDX-License-Identifier: EUPL-1.2
// web/app/features/home/moved.tsx
//
// What moved lately, going back and refusing included: a result is a result.

import { Section, TextLink } from '#ui';
import { findWord, t } from '#words';
import type { MovedItem } from './use_home.ts';

export function Moved({ items }: { items: readonly MovedItem[] }) {
  return (
    <Section title={t('home.moved.title')}>
      {items.length === 0 ? (
        <p className="soft">{t('home.moved.none')}</p>
      ) : (
        <ul className="lines moved">
          {items.map((item) => (
            <li key={item.id}>
              <p>
                <strong>{findWord(`home.moved.${item.kind}`) ?? t('home.moved.other')}</strong>{' '}
                {item.text}
              </p>
              <TextLink href={item.path}>
                {t('home.moved.see')}
                <span className="hide"> {t('common.about', { title: item.text })}</span>
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
