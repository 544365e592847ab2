// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/sources.tsx
//
// What a sheet rests on: sentences, experiments, results, each one press away.

import { objectPath } from '#app/object_paths.ts';
import { Section, TextLink } from '#ui';
import { fullDay, t } from '#words';
import type { SheetView } from './use_sheets.ts';

export function Sources({ view }: { view: SheetView }) {
  if (view.sources.length === 0) return null;
  return (
    <Section title={t('sheets.sources.title')}>
      <ul className="lines">
        {view.sources.map((source) => (
          <li key={source.kind + source.object_id}>
            <p className="label">
              {t('thread.kind', { kind: source.kind, count: 1 })} · {fullDay(source.happened_on)}
            </p>
            <TextLink href={objectPath(source.kind, source.object_id)}>{source.title}</TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
