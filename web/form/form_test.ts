// SPDX-License-Identifier: EUPL-1.2
// web/form/form_test.ts
//
// What counts of an answer, by the vectors that the program is held to as well; then what the page alone asks: what is
// shown, what is missing, why something is no answer.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answers } from './condition.ts';
import { createForm, type Given, kept, missing, trouble, visible } from './form.ts';
import type { Instrument, Question, Section } from './instrument.ts';
import { scores } from './scores.ts';

interface Vector {
  name: string;
  instrument: Instrument;
  cases: { given: Given; kept: Answers; scores?: (number | null)[] }[];
}

const vectors: Vector[] = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../tests/vectors/forms.json`, 'utf8'),
);

describe.each(vectors)('$name', (vector) => {
  const form = createForm(vector.instrument);

  test.each(vector.cases)('$given', (each) => {
    const answers = kept(form, each.given);
    expect(answers).toEqual(each.kept);
    if (each.scores) expect(scores(form, answers)).toEqual(each.scores);
  });

  test('what is kept is kept again, and is in no trouble', () => {
    for (const { given } of vector.cases) {
      const answers = kept(form, given);
      expect(kept(form, answers)).toEqual(answers);
      for (const code of Object.keys(answers)) expect(trouble(form, code, given)).toBeUndefined();
    }
  });
});

const text = { fr: '?', en: '?' };
const yesNo = [
  { code: 'oui', label: text, value: 1 },
  { code: 'non', label: text, value: 0 },
  { code: 'nc', label: text, exclusive: true },
];
const question = (more: Partial<Question>): Question => ({
  code: 'q',
  type: 'single',
  text,
  ...(more.type === undefined || more.type === 'multiple' || more.type === 'grid'
    ? { options: yesNo }
    : {}),
  ...more,
});

function formOf(...sections: (Partial<Section> & { questions: Question[] })[]) {
  return createForm({
    ...(vectors[0] as Vector).instrument,
    scores: [],
    sections: sections.map((section, index) => ({ code: `s${index}`, title: text, ...section })),
  });
}

describe('visible', () => {
  const rows = [
    { code: 'r1', text },
    { code: 'r2', text },
  ];
  const form = formOf(
    {
      questions: [question({ code: 'a' }), question({ code: 'b', show_if: ['in', 'a', ['oui']] })],
    },
    { questions: [question({ code: 'c', type: 'text' })], show_if: ['in', 'b', ['non']] },
    { questions: [question({ code: 'g', type: 'grid', rows, show_if: ['answered', 'a'] })] },
  );
  const shown = (given: Given) =>
    visible(form, given).map(({ section, questions }) => [
      section.code,
      ...questions.flatMap(({ items }) => items.map((item) => item.code)),
    ]);

  test('shows what nothing hides, and no section without a question', () => {
    expect(shown({})).toEqual([['s0', 'a']]);
  });
  test('shows a grid by its rows', () => {
    expect(shown({ a: 'non' })).toEqual([
      ['s0', 'a'],
      ['s2', 'r1', 'r2'],
    ]);
  });
  test('follows what was kept, not what was given', () => {
    expect(shown({ a: 'non', b: 'non' }).map(([code]) => code)).toEqual(['s0', 's2']);
    expect(shown({ a: 'oui', b: 'non' }).map(([code]) => code)).toEqual(['s0', 's1', 's2']);
  });
});

describe('missing', () => {
  const rows = [
    { code: 'r1', text },
    { code: 'r2', text },
  ];
  const form = formOf({
    questions: [
      question({ code: 'a' }),
      question({ code: 'b', type: 'text', required: true, show_if: ['in', 'a', ['oui']] }),
      question({ code: 'g', type: 'grid', rows, required: true }),
    ],
  });
  const codes = (given: Given) => missing(form, given).map((item) => item.code);

  test('asks each row of a grid', () => {
    expect(codes({ r1: 'nc' })).toEqual(['r2']);
  });
  test('asks nothing that is hidden', () => {
    expect(codes({ r1: 'oui', r2: 'oui' })).toEqual([]);
    expect(codes({ a: 'oui', r1: 'oui', r2: 'oui' })).toEqual(['b']);
  });
  test('blanks are no answer', () => {
    expect(codes({ a: 'oui', b: ' \n', r1: 'oui', r2: 'oui' })).toEqual(['b']);
  });
});

describe('trouble', () => {
  const check = (more: Partial<Question>, given: unknown) =>
    trouble(formOf({ questions: [question(more)] }), 'q', { q: given });

  test.each([undefined, null, ''])('there is none in nothing: %s', (given) => {
    for (const type of ['single', 'multiple', 'number', 'date', 'text'] as const)
      expect(check({ type }, given)).toBeUndefined();
    expect(check({ type: 'multiple' }, [])).toBeUndefined();
    expect(check({ type: 'text' }, '  ')).toBeUndefined();
  });
  test('there is none in an answer', () => {
    expect(check({ type: 'number', max: 3 }, 3)).toBeUndefined();
  });
  test.each<[Partial<Question>, unknown, object]>([
    [{}, 'autre', { code: 'option.unknown' }],
    [{ type: 'multiple' }, ['oui', 'oui'], { code: 'option.unknown' }],
    [{ type: 'multiple' }, ['oui', 'nc'], { code: 'options.not_alone' }],
    [{ type: 'multiple', choices_max: 1 }, ['oui', 'non'], { code: 'options.too_many', bound: 1 }],
    [{ type: 'number' }, 'douze', { code: 'number.unreadable' }],
    [{ type: 'number', min: 2 }, 1, { code: 'number.too_small', bound: 2 }],
    [{ type: 'number', max: 2 }, 3, { code: 'number.too_large', bound: 2 }],
    [{ type: 'number' }, 1.5, { code: 'number.too_precise', bound: 0 }],
    [{ type: 'number', decimals: 1 }, 1.55, { code: 'number.too_precise', bound: 1 }],
    [{ type: 'date' }, '2026--3', { code: 'date.incomplete' }],
    [{ type: 'date' }, '2026-02-30', { code: 'date.unknown' }],
    [{ type: 'text', length_max: 2 }, 'oui', { code: 'text.too_long', bound: 2 }],
    [{ type: 'text' }, 'oui\u0007', { code: 'text.not_plain' }],
    [{ type: 'text' }, '\ud83d', { code: 'text.not_plain' }],
  ])('%o given %o', (more, given, expected) => {
    expect(check(more, given)).toEqual(expected);
  });
});
