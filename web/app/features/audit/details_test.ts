// SPDX-License-Identifier: EUPL-1.2
// web/app/features/audit/details_test.ts

import { beforeAll, expect, test } from 'vitest';
import { speak } from '#words';
import { detailsInWords } from './details.ts';

const names = [
  { code: '01hcollege', name: { fr: 'Représentants du personnel', en: 'Staff representatives' } },
  {
    code: 'conception-diagnostic',
    name: { fr: 'De la conception au diagnostic', en: 'From design to diagnosis' },
  },
  { code: 'y', name: { fr: 'La relève gardée', en: 'The kept handover' } },
  { code: '01hfigure', name: { fr: 'Interruptions', en: 'Interruptions' } },
];

function check(action: string, details: Record<string, unknown>, object_kind = 'x'): string {
  return detailsInWords(
    {
      chain: 'c',
      number: 1,
      at: '2026-11-19T09:00:00Z',
      action,
      object_kind,
      object_id: 'y',
      details,
      hash: '0'.repeat(64),
    },
    names,
  );
}

beforeAll(() => speak('fr'));

test('an answer is said with its college, its passage and no code', () => {
  expect(
    check('gate.answered', {
      passage: 'conception-diagnostic',
      college: '01hcollege',
      answer: 'no',
      attempt: 2,
      state: 'refused',
      day: '2026-11-19',
      reason_sha256: 'a'.repeat(64),
    }),
  ).toBe(
    'passage\u00a0: De la conception au diagnostic, collège\u00a0: Représentants du personnel, réponse\u00a0: non, avec sa raison, demande n°\u00a02',
  );
});

test('silence names the colleges that were asked', () => {
  expect(check('gate.silence', { silent: ['01hcollege'], attempt: 1 })).toBe(
    'sans réponse\u00a0: Représentants du personnel',
  );
});

test('a consent rule, a college and a day are words', () => {
  expect(check('college.consent_edited', { before: 'any_holder', after: 'each_holder' })).toBe(
    'avant\u00a0: une personne du collège suffit, maintenant\u00a0: chacun dit oui',
  );
  expect(check('mandate.offered', { college: 'medical', given_as: 'team' })).toBe(
    'collège\u00a0: Médecins, proposé par l’équipe',
  );
  expect(check('space.opened', { destroy_on: '2027-01-15' })).toBe(
    'destruction le 15\u00a0janvier 2027',
  );
});

test('what could turn a verdict names the experiment, its figure and the day', () => {
  expect(
    check(
      'experiment.figures_changed',
      { indicator_id: '01hfigure', on: '2026-11-02', changed: 3 },
      'experiment',
    ),
  ).toBe(
    'La relève gardée, indicateur\u00a0: Interruptions, le 2\u00a0novembre 2026, modifiés\u00a0: 3',
  );
  expect(
    check('experiment.figure_set_aside', { on: '2026-11-02', aside: false }, 'experiment'),
  ).toBe('La relève gardée, le 2\u00a0novembre 2026, comptée de nouveau');
});

test('what nobody has words for is left to the file, never shown as a code', () => {
  expect(check('gate.asked', { passage: 'adopt', unknown: 'some_code', account: '01habc' })).toBe(
    '',
  );
  expect(check('mandate.taken', { college: 'kitchen', given_as: 'somehow' })).toBe('');
  expect(check('place.created', { kind: 'galaxy' })).toBe('');
});

test('false is said only where it tells something', () => {
  expect(check('mandate.taken', { substitute: false })).toBe('');
  expect(check('delegation.composed', { confirmed: false })).toBe(
    'attend la confirmation des représentants du personnel',
  );
});
