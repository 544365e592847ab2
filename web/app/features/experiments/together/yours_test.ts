// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/yours_test.ts

import { expect, test } from 'vitest';
import { canvas, conclusion } from './together_fixture.ts';
import type { OneExperiment } from './types.ts';
import { whatIsYours } from './yours.ts';

const means = { time: 'Vingt minutes', replaced: 'par le pool', until_on: '2026-12-31' };

function check(
  given: Partial<Pick<OneExperiment, 'experiment' | 'conclusion' | 'reservations' | 'state'>>,
  expected: RegExp[],
  today = '2026-04-01',
): void {
  const view = {
    experiment: canvas(means),
    reservations: [],
    conclusion: null,
    state: 'under_way',
    ...given,
  };
  const sentences = whatIsYours(view, today).map((each) => each.replaceAll('\u00a0', ' '));
  expect(sentences).toHaveLength(expected.length);
  expected.forEach((pattern, at) => expect(sentences[at]).toMatch(pattern));
}

test('before the end: time for the shared conclusion, and the day means stop', () => {
  check({}, [/se tient le 29 mai 2026/, /s’arrêtent le 31 décembre 2026 : dire avant cette date/]);
});

test('after the end: the shared conclusion is awaited, not late', () => {
  check({}, [/est attendu depuis le 29 mai 2026/, /31 décembre/], '2026-06-15');
});

test('on its last day it is awaited, as its state says; before every yes there is none', () => {
  check({}, [/est attendu depuis le 29 mai 2026/, /31 décembre/], '2026-05-29');
  check({ state: 'asked' }, [/n’ont pas tous dit oui/, /31 décembre/]);
});

test('no means is said, and so is time that nobody replaces', () => {
  check({ experiment: canvas({}) }, [/se tient/, /^Aucun moyen n’est donné/]);
  check({ experiment: canvas({ ...means, replaced: '' }) }, [
    /se tient/,
    /n’est pas remplacé/,
    /s’arrêtent/,
  ]);
});

test('means without a day, means that stop before the end, means that have stopped', () => {
  check({ experiment: canvas({ ...means, until_on: null }) }, [/se tient/, /sans date de fin/]);
  check({ experiment: canvas({ ...means, until_on: '2026-05-01' }) }, [
    /se tient/,
    /1er mai 2026, avant la fin de l’essai, le 29 mai 2026/,
  ]);
  check({ experiment: canvas({ ...means, until_on: '2026-03-20' }) }, [
    /se tient/,
    /étaient donnés jusqu’au 20 mars 2026/,
  ]);
});

test('what the group would need is owed an answer with a date', () => {
  check({ conclusion: conclusion({ would_need: 'Que les minutes restent comptées.' }) }, [
    /conclut d’étendre/,
    /« Que les minutes restent comptées. » Lui répondre, avec une date/,
    /s’arrêtent/,
  ]);
});

test('going back and not going on ask for no means, and are results', () => {
  check({ conclusion: conclusion({ outcome: 'go_back' }) }, [/rendre ce retour possible/]);
  check({ conclusion: conclusion({ outcome: 'not_pursue' }) }, [/C’est un résultat/]);
});
