// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/states_test.ts

import { beforeAll, expect, test } from 'vitest';
import { speak } from '#words';
import { isShownBy, standing } from './states.ts';
import type { Proposal } from './use_proposals.ts';

beforeAll(() => speak('fr'));

const asked: Proposal = {
  id: 'p',
  establishment_id: 'e',
  place_id: 'u',
  programme_id: null,
  space_id: null,
  idea_id: null,
  title: 'Une ligne pour les familles',
  lived: null,
  state: 'awaited',
  answer_college_id: 'c',
  asked_on: '2026-10-06',
  due_on: '2026-11-03',
  assigned_to: null,
  level: '',
  meanwhile: '',
  version: 1,
};

test('what was owed before today is awaited since that day, never late', () => {
  expect(standing(asked, '2026-11-19')).toEqual({
    state: 'awaited',
    words: 'attendue depuis le 3\u00a0novembre',
  });
  expect(standing(asked, '2026-11-03').words).toBe('à confier');
  expect(standing({ ...asked, assigned_to: 'me' }, '2026-11-03').words).toBe('en préparation');
});

test('what was passed on is still owed; what was refused is not', () => {
  expect(isShownBy('due', { ...asked, state: 'passed_on' }, 'me')).toBe(true);
  expect(isShownBy('due', { ...asked, state: 'refused', due_on: null }, 'me')).toBe(false);
  expect(isShownBy('answered', { ...asked, state: 'refused', due_on: null }, 'me')).toBe(true);
});

test('mine is what was given to me and is still owed', () => {
  expect(isShownBy('mine', { ...asked, assigned_to: 'me' }, 'me')).toBe(true);
  expect(isShownBy('mine', asked, 'me')).toBe(false);
});

test('what a team decided needs no desk', () => {
  const decided: Proposal = { ...asked, state: 'decided_by_team', due_on: null };
  expect(isShownBy('team', decided, 'me')).toBe(true);
  expect(isShownBy('due', decided, 'me')).toBe(false);
  expect(isShownBy('answered', decided, 'me')).toBe(false);
});
