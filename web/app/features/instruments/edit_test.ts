// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/edit_test.ts
//
// What composing changes, and what it leaves as it was.

import { describe, expect, it } from 'vitest';
import type { Instrument } from '#form/instrument.ts';
import { conditionOf, rulesOf } from './conditions.ts';
import {
  addQuestion,
  addSection,
  counted,
  itemCodes,
  moved,
  option,
  some,
  withQuestion,
  withType,
  without,
} from './edit.ts';
import { back, forth, step } from './use_history.ts';

const blank: Instrument = {
  id: 'essai',
  version: 1,
  title: { fr: 'Essai', en: '' },
  languages: ['fr'],
  rights: {
    licence: 'x',
    source: 'y',
    permission_needed: false,
    may_edit: true,
    may_export_items: true,
  },
  validation: 'not_validated',
  health_data: false,
  min_group: 11,
  minutes: 5,
  scales: [
    {
      code: 'accord',
      options: [
        { code: '1', label: { fr: 'non', en: '' }, value: 1 },
        { code: '2', label: { fr: 'oui', en: '' }, value: 2 },
      ],
    },
  ],
  sections: [],
  scores: [],
};

const place = { section: 0, question: 0 };

describe('composing', () => {
  it('gives every new thing a code that nothing has', () => {
    let instrument = addSection(addSection(blank));
    instrument = addQuestion(instrument, 0, 'grid');
    instrument = addQuestion(instrument, 1, 'single');
    expect(new Set(instrument.sections.map((section) => section.code)).size).toBe(2);
    expect(new Set(itemCodes(instrument)).size).toBe(3);
  });

  it('keeps the words and the answers when the type changes, and drops what the new type cannot hold', () => {
    let instrument = addQuestion(addSection(blank), 0, 'single');
    instrument = withQuestion(instrument, place, (question) => ({
      ...question,
      text: { fr: 'Une question ?', en: '' },
      reversed: true,
    }));
    const multiple = withType(instrument, place, 'multiple').sections[0]?.questions[0];
    expect(multiple?.text.fr).toBe('Une question ?');
    expect(multiple?.options?.map((option) => option.label.fr)).toEqual(['non', 'oui']);
    expect(multiple?.scale).toBeUndefined();
    expect(multiple?.reversed).toBeUndefined();
    const number = withType(instrument, place, 'number').sections[0]?.questions[0];
    expect(number).toMatchObject({ type: 'number', text: { fr: 'Une question ?', en: '' } });
    expect(number?.scale ?? number?.options).toBeUndefined();
    const grid = withType(instrument, place, 'grid').sections[0]?.questions[0];
    expect(grid?.rows).toHaveLength(1);
    expect(grid?.scale).toBe('accord');
  });

  it('never uses a code again, and keeps counting in order', () => {
    const three = some(3);
    expect(three.map((each) => each.value)).toEqual([1, 2, 3]);
    const left = counted(three, without(three, 1));
    expect(left.map((each) => each.value)).toEqual([1, 2]);
    expect(option(left).value).toBe(3);
    expect(three.map((each) => each.code)).not.toContain(option(left).code);
    const own = three.map((each, at) => ({ ...each, value: at * 50 }));
    expect(counted(own, moved(own, 2, -1)).map((each) => each.value)).toEqual([0, 100, 50]);
  });

  it('moves one step, and nowhere at the edge', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });

  it('takes back a whole field at once, and each other step by itself', () => {
    const first = { past: [], now: '', future: [], typing: null };
    const typed = step(step(step(first, 'a', 'title'), 'ab', 'title'), 'ab!', 'other');
    expect(back(typed).now).toBe('ab');
    expect(back(back(typed)).now).toBe('');
    expect(forth(back(typed)).now).toBe('ab!');
    expect(forth(first)).toBe(first);
  });

  it('composes rules into a condition and reads them back', () => {
    const rules = {
      every: false,
      rules: [
        { item: 'q1', kind: 'in', codes: ['oui'] },
        { item: 'q2', kind: 'answered', codes: [] },
      ],
    } as const;
    const condition = conditionOf(rules);
    expect(condition).toEqual(['or', ['in', 'q1', ['oui']], ['answered', 'q2']]);
    expect(rulesOf(condition)).toEqual(rules);
    expect(rulesOf(null)).toEqual({ every: true, rules: [] });
    expect(rulesOf(['not', ['answered', 'q1']])).toBeNull();
  });
});
