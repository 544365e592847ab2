// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/by_field_test.ts

import { expect, test } from 'vitest';
import { figuresByField, letterOf, peopleText, pointsText, tableRowsOf } from './by_field.ts';
import { heardToShow, journalToShow } from './poster_marks.ts';
import { experimentInFields, figure, not_yet } from './together_fixture.ts';
import type { ExperimentEvent } from './types.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('an experiment has a letter, and never runs out of letters', () => {
  expect([0, 1, 25, 26, 27, 51, 52].map(letterOf)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA']);
});

test('figures stand in their field, in the order of experiments, whatever they say', () => {
  const contrary = figure({ id: 'one', field: 'practices' }, { hoped: 'contrary' });
  const hoped = figure({ id: 'two', field: 'practices' });
  const first = experimentInFields({ indicators: [contrary, figure({ id: 'three' })] });
  const second = experimentInFields({ indicators: [hoped] });
  const grouped = figuresByField([first, second]);
  const shown = grouped.practices.map(({ letter, item }) => [letter, item.indicator.id]);
  expect(shown).toEqual([
    ['A', 'one'],
    ['B', 'two'],
  ]);
  expect(grouped.activity).toHaveLength(1);
  expect(grouped.methods).toEqual([]);
});

test('every figure is a row, and a field without one too', () => {
  const share = figure(
    { id: 'share', field: 'practices', counting: 'ratio', base_unit: 'départs prévus' },
    { before: 0.37, now: 0.26 },
  );
  share.follow_up.points = share.follow_up.points.map((point) => ({ ...point, base: 84 }));
  const rows = tableRowsOf([experimentInFields({ indicators: [figure(), share] })]);
  expect(rows.map(({ field, figure: name, reading }) => [field, name, reading])).toEqual([
    ['Activité', 'Interruptions', 'plus que le hasard, dans le sens espéré'],
    ['Méthodes', '', 'rien n’est compté'],
    ['Pratiques d’organisation', 'Interruptions', 'plus que le hasard, dans le sens espéré'],
  ]);
  expect(rows[0]).toMatchObject({ before: '32 par semaine', now: '19 par semaine', people: '31' });
  expect(plain(rows[2]?.before ?? '')).toBe('37 % (240 sur 1 008 départs prévus)');
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test('before and since do not stand side by side where they may not be compared', () => {
  const few = figure({}, { reading: 'too_few', hoped: 'unsaid' });
  const moved = figure({}, { reading: 'moved_before', hoped: 'unsaid' });
  for (const item of [few, moved, not_yet()])
    expect(tableRowsOf([experimentInFields({ indicators: [item] })])[0]).toMatchObject({
      before: '',
      now: '',
    });
});

test('points and people are always said', () => {
  expect(pointsText(figure())).toBe('12 points avant, 12 depuis');
  const item = figure();
  item.follow_up.change = null;
  expect(pointsText(item)).toBe('24 points');
  expect(peopleText(item)).toBe('chaque point réunit le travail de 31 personnes');
  expect(peopleText(figure({ entry: 'pulse' }))).toBe('question posée à 31 personnes');
  expect(peopleText(figure({ people: 0 }))).toBe('nombre de personnes pas dit');
});

test('a poster keeps the latest entries, with their numbers', () => {
  const events = Array.from({ length: 9 }, (_, at): ExperimentEvent => {
    const kind = at % 4 === 1 ? 'heard' : at === 8 ? 'adaptation' : 'event';
    const happened_on = `2026-03-0${at + 1}`;
    return { id: String(at), experiment_id: 'e', kind, happened_on, words: '', begins_part: false };
  });
  expect(journalToShow(events).map(({ number }) => number)).toEqual([4, 5, 6, 7]);
  expect(heardToShow(events).map(({ id }) => id)).toEqual(['1', '5']);
});
