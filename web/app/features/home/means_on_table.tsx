// SPDX-License-Identifier: EUPL-1.2
// web/app/features/home/means_on_table.tsx
//
// What each démarche was given, until when, and whether the time is replaced. « aucun » is a line like another.

import { threadPath } from '#app/object_paths.ts';
import { Plank, TextLink } from '#ui';
import { fullDay, t } from '#words';
import type { Home } from './use_home.ts';

type Line = Home['means'][number];

export function MeansOnTable({ lines }: { lines: readonly Line[] }) {
  const programmes = [...new Map(lines.map((line) => [line.programme_id, line.programme_title]))];
  if (programmes.length === 0) return null;
  return (
    <Plank title={t('common.means.title')}>
      {programmes.map(([id, title]) => (
        <div key={id} className="stack">
          <h3>
            <TextLink href={threadPath('programme', id)}>{title}</TextLink>
          </h3>
          <dl className="facts small">
            {lines
              .filter((line) => line.programme_id === id)
              .map(({ means }) => (
                <div key={means.id}>
                  <dt>{means.what}</dt>
                  <dd>
                    {means.how_much}
                    <br />
                    {t('home.means.replaced', {
                      text: means.replaced_text || t(`home.means.replaced_${means.replaced}`),
                    })}
                    <br />
                    {means.until_on
                      ? t('home.means.until', { day: fullDay(means.until_on) })
                      : t('common.means.no_end')}
                  </dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </Plank>
  );
}
