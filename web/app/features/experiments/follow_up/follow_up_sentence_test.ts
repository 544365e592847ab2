// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_sentence_test.ts
//
// The sentence of every reading and every way of counting, what it stands on, and what is said of the drawing. Spaces that do not
// break are written here as plain ones.

import { describe, expect, test } from 'vitest';
import { speak } from '#words';
import { counted, indicatorView, partsAt } from './follow_up_fixture.ts';
import { toldOf } from './follow_up_sentence.ts';
import type { FollowUp, FollowUpChange, FollowUpPoint, Indicator, IndicatorView } from './types.ts';

const year = new Date().getFullYear();
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const says = (view: IndicatorView) => plain(toldOf(view).says);
const stands = (view: IndicatorView) => plain(toldOf(view).stands);
const notes = (view: IndicatorView) => toldOf(view).notes.map(plain);

interface Given {
  change?: Partial<FollowUpChange>;
  indicator?: Partial<Indicator>;
  /** Sums of each side, of a share. */
  sums?: readonly [readonly [number, number], readonly [number, number]];
}

/** Twelve points before the change and twelve since. */
function around({ change, indicator, sums }: Given = {}): IndicatorView {
  const points = [...counted(12, 32), ...counted(12, 19)].map((point, at) => {
    const day = new Date(`${year}-06-01T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 7 * at);
    return { ...point, from: day.toISOString().slice(0, 10) };
  });
  const parts = partsAt(points, 1, 'La salle du fond');
  if (sums !== undefined)
    points.forEach((point, at) => {
      const [numerator, base] = sums[at < 12 ? 0 : 1];
      Object.assign(point, { numerator: numerator / 12, base: base / 12 });
    });
  return indicatorView(
    {
      points,
      parts,
      change: {
        since: parts[1]?.on ?? '',
        points_before: 12,
        points_since: 12,
        before: 31.9,
        now: 19.08,
        reading: 'beyond_chance',
        hoped: 'unsaid',
        ...change,
      },
    },
    indicator,
  );
}

describe('a change', () => {
  test('that is more than chance', () => {
    expect(says(around())).toBe(
      'Il y avait environ 32 interruptions par semaine ; il y en a environ 19 depuis le 24 août, et cet écart dépasse ce que le hasard des semaines explique.',
    );
  });
  test('that goes the way the team hoped for, or the other', () => {
    expect(says(around({ change: { hoped: 'as_hoped' } }))).toMatch(
      /des semaines explique\. C’est le sens espéré\.$/,
    );
    expect(says(around({ change: { hoped: 'contrary' } }))).toMatch(
      /explique\. C’est l’inverse de ce que l’équipe espérait\.$/,
    );
  });
  test('that is not told apart', () => {
    const change = { now: 30.2, reading: 'not_told_apart' } as const;
    expect(says(around({ change, indicator: { rhythm: 'day' } }))).toBe(
      'Il y avait environ 32 interruptions par jour ; il y en a environ 30 depuis le 24 août ; c’est dans ce que le hasard des jours explique.',
    );
  });
  test('with figures that look the same says one digit more', () => {
    const change = { before: 31.9, now: 32.24, reading: 'not_told_apart' } as const;
    expect(says(around({ change }))).toMatch(/environ 31,9 interruptions .* environ 32,2 depuis/);
  });
  test('of which there are too few points', () => {
    const change = { reading: 'too_few', points_since: 3 } as const;
    expect(says(around({ change }))).toBe(
      'Trop peu de points pour dire si cela a changé : 12 avant, 3 depuis ; il en faut dix de chaque côté.',
    );
  });
  test('of something that moved already', () => {
    expect(says(around({ change: { reading: 'moved_before' } }))).toBe(
      'Avant le changement, cela bougeait déjà plus que le hasard des semaines ne l’explique : comparer avant et depuis ne dirait rien.',
    );
  });
  test('that was undone is told as over', () => {
    const view = around();
    const back = { ...counted(1, 30)[0], from: `${year}-11-16`, part: 2 } as FollowUpPoint;
    view.follow_up.points.push(back);
    view.follow_up.parts.push({
      ...(view.follow_up.parts[1] as FollowUp['parts'][number]),
      from: back.from,
      on: `${year}-11-18`,
      reason: 'went_back',
    });
    expect(says(view)).toMatch(
      / ; il y en a eu environ 19 du 24 août au 18 novembre, et cet écart dépasse/,
    );
  });
});

describe('ways of counting', () => {
  test('a share, with its sums', () => {
    const view = around({
      change: { before: 168 / 664, now: 80 / 660 },
      indicator: { counting: 'ratio', unit: 'relèves coupées', base_unit: 'relèves' },
      sums: [
        [168, 664],
        [80, 660],
      ],
    });
    expect(says(view)).toBe(
      'C’était 25 % (168 relèves coupées sur 664 relèves) ; c’est 12 % (80 sur 660) depuis le 24 août, et cet écart dépasse ce que le hasard des semaines explique.',
    );
    expect(stands(view)).toMatch(/^24 semaines, 1 324 relèves\. /);
  });
  test.each([
    [0.0072, 0.0041, '7,2 chutes pour 1 000 journées', '4,1'],
    [0.072, 0.041, '7,2 chutes pour 100 journées', '4,1'],
    [3.2, 2.1, '32 chutes pour 10 journées', '21'],
  ])('a rate of %s', (before, now, told, told_now) => {
    const indicator = { counting: 'rate', unit: 'chutes', base_unit: 'journées', rhythm: 'month' };
    expect(
      says(around({ change: { before, now }, indicator: indicator as Partial<Indicator> })),
    ).toBe(
      `Il y avait environ ${told} ; il y en a environ ${told_now} depuis le 24 août, et cet écart dépasse ce que le hasard des mois explique.`,
    );
  });
  test('a mean', () => {
    const indicator = { counting: 'measure', unit: 'minutes', base_unit: 'relèves' } as const;
    expect(says(around({ change: { before: 14.2, now: 9.44 }, indicator }))).toBe(
      'La moyenne était d’environ 14 minutes ; elle est d’environ 9,4 depuis le 24 août, et cet écart dépasse ce que le hasard des semaines explique.',
    );
  });
});

/** Points on one side of the change only. */
function oneSide(count: number, from: string, given: Partial<FollowUp['parts'][number]> = {}) {
  const points = counted(count, 12).map((point, at) => {
    const day = new Date(`${from}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 7 * at);
    return { ...point, from: day.toISOString().slice(0, 10) };
  });
  const parts = partsAt(points, 0, '').map((part) => ({ ...part, ...given }));
  return indicatorView({ points, parts });
}

describe('without a change to look at', () => {
  test('nothing is counted yet', () => {
    const view = indicatorView({ points: [], parts: [] });
    expect(says(view)).toBe('Rien n’est encore compté.');
    expect(stands(view)).toBe('La carte ne dit pas pourquoi : cela se discute.');
  });
  test('only before', () =>
    expect(says(oneSide(8, `${year}-06-01`))).toBe(
      'Avant le changement : environ 12 interruptions par semaine.',
    ));
  test('only since', () =>
    expect(says(oneSide(8, `${year}-08-31`, { reason: 'start', on: `${year}-08-24` }))).toBe(
      'Depuis le 24 août : environ 12 interruptions par semaine. Rien n’a été compté avant : on ne peut pas dire si cela a changé.',
    ));
  test('too few points for a line', () => {
    const none = { centre: null, standing: 'points' } as const;
    expect(says(oneSide(1, `${year}-06-01`, none))).toBe(
      'Un seul point pour l’instant : trop peu pour tracer une ligne.',
    );
    expect(says(oneSide(4, `${year}-06-01`, none))).toBe(
      '4 points pour l’instant : trop peu pour tracer une ligne.',
    );
  });
  test('nothing that varies', () => {
    const view = oneSide(6, `${year}-06-01`, { centre: null, standing: 'points' });
    for (const point of view.follow_up.points) point.value = 3;
    expect(says(view)).toBe(
      'Le même chiffre à chaque point : environ 3 interruptions par semaine.',
    );
    expect(notes(view)).toEqual([]);
  });
  test('of few shares, the percentage is that of its sums', () => {
    const view = oneSide(7, `${year}-06-01`, { centre: 0.5, standing: 'plain_run' });
    Object.assign(view.indicator, { counting: 'ratio', unit: 'oui', base_unit: 'réponses' });
    for (const point of view.follow_up.points) Object.assign(point, { numerator: 5, base: 20 });
    expect(says(view)).toBe('Avant le changement : 25 % (35 oui sur 140 réponses).');
  });
});

describe('what it stands on', () => {
  test('periods, and people; why is never in it', () =>
    expect(stands(around())).toBe(
      '24 semaines. Chaque point réunit le travail de 31 personnes. La carte ne dit pas pourquoi : cela se discute.',
    ));
  test('entries, when a period has several', () => {
    const view = around();
    for (const point of view.follow_up.points) point.entries = 7;
    expect(stands(view)).toMatch(/^24 semaines, 168 relevés\. /);
  });
  test('a pulse is put to people; nobody to speak of is not spoken of', () => {
    expect(stands(around({ indicator: { entry: 'pulse', people: 26 } }))).toMatch(
      / Question posée à 26 personnes\. /,
    );
    expect(stands(around({ indicator: { people: 0 } }))).toBe(
      '24 semaines. La carte ne dit pas pourquoi : cela se discute.',
    );
  });
});

describe('notes', () => {
  const check = (given: (view: IndicatorView) => void, expected: readonly string[]) => {
    const view = around();
    given(view);
    expect(notes(view)).toEqual(expected);
  };
  test('none where there is nothing to know', () => check(() => undefined, []));
  test('few points, part by part', () =>
    check(
      ({ follow_up: { parts } }) => {
        Object.assign(parts[0] ?? {}, { standing: 'provisional', points: 11 });
        Object.assign(parts[1] ?? {}, { standing: 'plain_run', points: 7 });
      },
      [
        'Avant, limites provisoires (11 points).',
        'Depuis le 24 août, moins de dix points : la valeur du milieu, pas de limites.',
      ],
    ));
  test('few points of a single part', () => {
    expect(notes(oneSide(7, `${year}-06-01`, { standing: 'plain_run' }))).toEqual([
      'Moins de dix points : la valeur du milieu, pas de limites.',
    ]);
    expect(notes(oneSide(10, `${year}-06-01`, { standing: 'provisional' }))).toEqual([
      'Limites provisoires (10 points).',
    ]);
    expect(notes(oneSide(3, `${year}-06-01`, { standing: 'points', centre: null }))).toEqual([
      'Moins de cinq points : ni ligne ni limites.',
    ]);
  });
  test('something that lasts', () =>
    check(
      ({ follow_up: { parts } }) =>
        Object.assign(parts[0] ?? {}, {
          has_long_run: true,
          longest: 9,
          longest_from: `${year}-06-08`,
        }),
      [
        'Avant, les points restent d’un même côté de la ligne plus longtemps que le hasard n’explique : 9 de suite à partir du 8 juin.',
      ],
    ));
  test('points outside, and put aside', () =>
    check(
      ({ follow_up: { points } }) => {
        Object.assign(points[2] ?? {}, { is_outside: true });
        Object.assign(points[4] ?? {}, { is_outside: true });
        Object.assign(points[5] ?? {}, { is_outside: true, set_aside: 'grève' });
      },
      [
        '2 points sortent de la bande : ils sont en losange.',
        'Un point est mis de côté, en pointillé : le tableau dit pourquoi.',
      ],
    ));
  test('periods that are not in the picture', () =>
    check(
      ({ follow_up }) => {
        follow_up.missing = [`${year}-06-15`, `${year}-06-22`];
        follow_up.under_way = `${year}-11-16`;
      },
      ['2 semaines sans relevé.', 'La semaine en cours n’y est pas encore.'],
    ));
  test('of a pulse, a hole may have been answered', () =>
    check(
      ({ follow_up, indicator }) => {
        indicator.entry = 'pulse';
        follow_up.missing = [`${year}-06-15`];
        follow_up.withheld = 2;
      },
      ['Trop peu de réponses pour montrer 2 semaines.'],
    ));
});

test('in English', async () => {
  await speak('en');
  const view = around({ change: { hoped: 'as_hoped' } });
  view.follow_up.missing = [`${year}-06-15`];
  const told = toldOf(view);
  expect([told.says, told.stands, ...told.notes].map(plain)).toEqual([
    'There were about 32 interruptions a week; there have been about 19 since 24 August, and that difference is more than what chance from week to week explains. It is the direction hoped for.',
    '24 weeks. Each point brings together the work of 31 people. The chart does not say why: that is for discussion.',
    '1 week without a reading.',
  ]);
});
