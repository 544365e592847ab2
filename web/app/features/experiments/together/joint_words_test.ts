// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/joint_words_test.ts

import { expect, test } from 'vitest';
import { figureStanding, jointSentence } from './joint_words.ts';
import { figure, not_yet, nothing_counted } from './together_fixture.ts';
import { fields, type Joint } from './types.ts';

/** No-break spaces are the business of words_test.ts. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function check(given: Partial<Joint>, expected: string): void {
  expect(plain(jointSentence({ ...nothing_counted, ...given }))).toBe(expected);
}

const together = 'cela se lit ensemble, aucun des deux n’annule l’autre.';

test('what goes both ways is said in full, each way with its fields', () => {
  check(
    { activity: 'as_hoped', practices: 'contrary', is_mixed: true },
    `Cet essai va dans le sens espéré pour l’activité et à l’inverse pour les pratiques d’organisation : ${together}`,
  );
  check(
    { activity: 'as_hoped', methods: 'as_hoped', practices: 'contrary', is_mixed: true },
    `Cet essai va dans le sens espéré pour l’activité et les méthodes et à l’inverse pour les pratiques d’organisation : ${together}`,
  );
});

test('both ways within one field is mixed too', () => {
  check(
    { activity: 'both', is_mixed: true },
    `Cet essai va dans les deux sens pour l’activité : ${together}`,
  );
  check(
    { activity: 'both', methods: 'as_hoped', practices: 'contrary', is_mixed: true },
    `Cet essai va dans le sens espéré pour les méthodes, à l’inverse pour les pratiques d’organisation et dans les deux sens pour l’activité : ${together}`,
  );
});

test('one way alone is said with its fields, whatever the others', () => {
  check(
    { activity: 'as_hoped', methods: 'unsaid', practices: 'too_few' },
    'Cet essai va dans le sens espéré pour l’activité.',
  );
  check(
    { methods: 'contrary', practices: 'not_told_apart' },
    'Cet essai va à l’inverse de ce que l’équipe espérait pour les méthodes.',
  );
});

test('less is said where figures say less', () => {
  check(
    { methods: 'unsaid', practices: 'too_few' },
    'Quelque chose a bougé plus que le hasard pour les méthodes ; l’équipe n’avait pas dit de sens espéré.',
  );
  check({ practices: 'not_told_apart' }, 'Rien de ce qui est compté ne bouge plus que le hasard.');
  check({ practices: 'too_few' }, 'Il n’y a pas de quoi comparer avant et depuis.');
  check({}, 'Rien n’est compté. Le bilan partagé n’en a pas besoin.');
});

test('no sentence gives a cause, a mark or praise', () => {
  const standings = [
    'not_counted',
    'too_few',
    'not_told_apart',
    'unsaid',
    'as_hoped',
    'contrary',
    'both',
  ] as const;
  for (const standing of standings)
    for (const field of fields)
      for (const is_mixed of [true, false])
        expect(jointSentence({ ...nothing_counted, [field]: standing, is_mixed })).not.toMatch(
          /grâce|à cause|a permis|améliore|dégrade|bon|mauvais|succès|échec|score/i,
        );
});

test('a figure has the words of its reading', () => {
  const of = (item: ReturnType<typeof figure>) => figureStanding(item);
  expect(of(not_yet())).toEqual({ standing: 'not_counted', words: 'rien n’est encore compté' });
  expect(of(figure())).toEqual({
    standing: 'as_hoped',
    words: 'plus que le hasard, dans le sens espéré',
  });
  expect(of(figure({}, { hoped: 'contrary' })).standing).toBe('contrary');
  expect(of(figure({}, { reading: 'moved_before', hoped: 'unsaid' }))).toEqual({
    standing: 'too_few',
    words: 'bougeait déjà avant le changement',
  });
  const item = figure();
  const one_side = { ...item, follow_up: { ...item.follow_up, change: null } };
  expect(of(one_side).words).toBe('compté d’un seul côté du changement');
});
