// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/contents.ts
//
// What is being written, section by section, and where the server's pointers fall in it.

import { t } from '#words';
import type { FoundWords, Contents, SectionContent, SheetTemplate } from './use_sheets.ts';

/** What was written, in the template's order; a section left empty is not sent. */
export function inOrder(contents: Contents, template: SheetTemplate): Contents {
  return {
    ...contents,
    sections: template.sections.flatMap((section) => {
      const found = contents.sections.find((each) => each.key === section.key);
      return found === undefined || isEmpty(found) ? [] : [tidied(found)];
    }),
    context: contents.context.filter((line) => line.text.trim() !== ''),
  };
}

function isEmpty(section: SectionContent): boolean {
  return (
    section.text.trim() === '' &&
    section.items.every((item) => item.trim() === '') &&
    section.readings.every((reading) => reading.words.trim() === '')
  );
}

function tidied(section: SectionContent): SectionContent {
  return { ...section, items: section.items.filter((item) => item.trim() !== '') };
}

export function sectionOf(contents: Contents, key: string): SectionContent {
  return (
    contents.sections.find((each) => each.key === key) ?? { key, text: '', items: [], readings: [] }
  );
}

export function withSection(contents: Contents, section: SectionContent): Contents {
  const others = contents.sections.filter((each) => each.key !== section.key);
  return { ...contents, sections: [...others, section] };
}

export function withContext(contents: Contents, key: string, text: string): Contents {
  const others = contents.context.filter((each) => each.key !== key);
  return { ...contents, context: [...others, { key, text }] };
}

/** "/contents/sections/2/items/0" of what was sent → the key of that section; "context:team" for the context. */
export function placeOf(pointer: string, sent: Contents): string {
  const [, , list = '', index = ''] = pointer.split('/');
  if (list === 'sections') return sent.sections[Number(index)]?.key ?? '';
  if (list === 'context') return `context:${sent.context[Number(index)]?.key ?? ''}`;
  return list;
}

/** What was found, by the place where it stands. */
export function byPlace(found: readonly FoundWords[], sent: Contents): Map<string, FoundWords[]> {
  const places = new Map<string, FoundWords[]>();
  for (const each of found) {
    const place = placeOf(each.pointer, sent);
    places.set(place, [...(places.get(place) ?? []), each]);
  }
  return places;
}

/** The whole of it as one text, to lay two versions side by side. */
export function asText(contents: Contents, template: SheetTemplate): string {
  const { title, authors, sections, context } = inOrder(contents, template);
  const parts = sections.map((section) =>
    [section.text, ...section.items, ...section.readings.map((reading) => reading.words)]
      .filter((text) => text !== '')
      .join('\n'),
  );
  const figures = contents.with_figures === true ? t('sheets.figures.join') : '';
  return [title, authors, ...parts, ...context.map((line) => line.text), figures]
    .filter((text) => text !== '')
    .join('\n\n');
}
