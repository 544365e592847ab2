// SPDX-License-Identifier: EUPL-1.2
// web/app/features/public/from_pack.tsx
//
// A section of one reference: its own title, its own warning, its content.

import type { ReactNode } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { Section } from '#ui';
import { type References, useReference } from './references.ts';

export const sections = [
  'released',
  'figures',
  'waves',
  'timeline',
  'ewcs',
  'establishments',
  'dimensions',
  'questions',
  'quotes',
  'organisations',
  'themes',
] as const;

interface FromPackProps<Id extends keyof References> {
  id: Id;
  anchor: (typeof sections)[number];
  children: (content: References[Id]) => ReactNode;
}

export function FromPack<Id extends keyof References>({ id, anchor, children }: FromPackProps<Id>) {
  const reference = useReference(id);
  return (
    <Loaded from={reference}>
      {({ content }) => (
        <Section title={<span id={anchor}>{inLanguage(content.title)}</span>}>
          <p className="soft read">{inLanguage(content.note)}</p>
          {children(content)}
        </Section>
      )}
    </Loaded>
  );
}
