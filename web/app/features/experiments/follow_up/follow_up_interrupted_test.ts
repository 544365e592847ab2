// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_interrupted_test.ts

import { expect, test } from 'vitest';
import { counted, indicatorView } from './follow_up_fixture.ts';
import { byHowMuch } from './follow_up_interrupted.tsx';

const told = {
  points_before: 12,
  points_since: 24,
  level: -6.03,
  level_low: -10.32,
  level_high: -1.73,
  slope: -0.2,
  slope_low: -0.72,
  slope_high: 0.31,
};

test('a step is said with its range, its points and its people, and never a cause', () => {
  const view = indicatorView({});
  const [level, slope, footing, caution] = byHowMuch(view, told);
  expect(level).toBe(
    'Quand le changement arrive, la série passe environ 6 interruptions sous la droite qu’elle suivait (fourchette\u00a0: -10 à -2).',
  );
  expect(slope).toContain('on ne peut pas dire si sa pente a changé');
  expect(slope).toContain('zéro compris');
  expect(footing).toContain('12 points avant, 24 points depuis.');
  expect(footing).toContain('Chaque point réunit le travail de 31 personnes.');
  expect(caution).toContain('Aucune des deux ne dit pourquoi');
});

test('upwards, and a slope that changed', () => {
  const view = indicatorView({});
  const [level, slope] = byHowMuch(view, {
    ...told,
    level: 4,
    level_low: 1,
    level_high: 7,
    slope: 0.5,
    slope_low: 0.01,
    slope_high: 0.9,
  });
  expect(level).toContain('au-dessus de la droite');
  expect(slope).toContain('0,01 à 0,9');
  expect(slope).toContain('elle monte de 0,5 interruptions de plus');
});

test('shares differ by points, not by per cent', () => {
  const view = indicatorView({}, { counting: 'ratio' });
  const [level] = byHowMuch(view, {
    ...told,
    level: -0.12,
    level_low: -0.2,
    level_high: -0.04,
  });
  expect(level).toContain('environ 12 points de pourcentage sous la droite');
  expect(level).not.toContain('%');
});

test('a rate is for as many as in the picture above it', () => {
  const view = indicatorView({ points: counted(24, 50) }, { counting: 'rate', unit: 'chutes' });
  const small = { ...told, level: 0.005, level_low: 0.002, level_high: 0.008 };
  expect(byHowMuch(view, small)[0]).toContain('0,05 chutes pour 10');
});
