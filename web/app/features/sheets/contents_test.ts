// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/contents_test.ts
//
// What is sent follows the template's order and leaves out what is empty; a pointer finds its section again.

import { expect, test } from 'vitest';
import { asText, byPlace, inOrder, placeOf, withContext, withSection } from './contents.ts';
import type { Contents, SheetTemplate } from './use_sheets.ts';

const both = { fr: '', en: '' };
const section = (key: string) => ({
  key,
  title: both,
  hint: both,
  type: 'text' as const,
  required: false,
});
const template: SheetTemplate = {
  id: 'x',
  title: both,
  purpose: both,
  minutes: 5,
  room: 'share',
  rules: [],
  sections: [section('first'), section('second'), section('third')],
  context: [{ key: 'place', title: both, hint: both, required: true }],
  writers: [],
};
const text = (key: string, words: string) => ({ key, text: words, items: [], readings: [] });
const nothing: Contents = { title: 'T', authors: '', sections: [], context: [] };

test('sections are sent in the order of the template, the empty ones left out', () => {
  let contents = withSection(nothing, text('third', 'c'));
  contents = withSection(contents, text('first', 'a'));
  contents = withSection(contents, text('second', '  '));
  contents = withContext(contents, 'place', 'here');
  const sent = inOrder(contents, template);
  expect(sent.sections.map((each) => each.key)).toEqual(['first', 'third']);
  expect(placeOf('/contents/sections/1/text', sent)).toBe('third');
  expect(placeOf('/contents/context/0/text', sent)).toBe('context:place');
  expect(placeOf('/contents/title', sent)).toBe('title');
  expect(asText(contents, template)).toBe('T\n\na\n\nc\n\nhere');
});

test('what was found is told at its section', () => {
  const sent = inOrder(withSection(nothing, text('second', 'Mme Durand')), template);
  const found = {
    pointer: '/contents/sections/0/text',
    code: 'text.person_name',
    words: 'Mme Durand',
  };
  expect(byPlace([found], sent).get('second')).toEqual([found]);
});
