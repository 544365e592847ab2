// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/stages_test.ts
//
// Where a campaign stands, and who is awaited.

import { expect, test } from 'vitest';
import { exampleHalf } from './example_half.ts';
import { awaitedOf, codesLeft, daysBetween, owedOf, stepsOf } from './stages.ts';
import type { CampaignView, HalfState } from './types.ts';

const half = (part: Partial<HalfState> = {}) => exampleHalf('direction', 'Direction', part);
const elected = (part: Partial<HalfState> = {}) =>
  exampleHalf('staff_representatives', 'Élus', part);
const view = (part: Partial<CampaignView>): CampaignView =>
  ({ mode: 'sealed', halves: [half(), elected()], ...part }) as CampaignView;

test('a college waits for the other before it reveals, signs, rehearses', () => {
  const committed = { committed: true };
  const revealed = { committed: true, revealed: true };
  const signed = { ...revealed, manifest_signed: true };
  expect(owedOf(half(), elected())).toBe('commit');
  expect(owedOf(half(committed), elected())).toBe(null);
  expect(owedOf(half(committed), elected(committed))).toBe('reveal');
  expect(owedOf(half(revealed), elected(committed))).toBe(null);
  expect(owedOf(half(revealed), elected(revealed))).toBe('sign');
  expect(owedOf(half(signed), elected(revealed))).toBe(null);
  expect(owedOf(half(signed), elected(signed))).toBe('rehearse');
  const rehearsed = { ...signed, rehearsed_device: true, rehearsed_sheets: true };
  expect(owedOf(half(rehearsed), elected(signed))).toBe(null);
});

test('both colleges are awaited at once, by the same words', () => {
  expect(awaitedOf(view({ stage: 'ceremony' })).map(({ who, what }) => `${who} ${what}`)).toEqual([
    'direction commit',
    'staff_representatives commit',
  ]);
  const one = view({ stage: 'closed', halves: [half({ profile_opened: true }), elected()] });
  expect(awaitedOf(one).map(({ name }) => name)).toEqual(['Élus']);
});

test('a light campaign has neither keys nor a joint opening', () => {
  const steps = stepsOf({ mode: 'light', stage: 'closed' });
  expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
    'compose done',
    'agree done',
    'codes done',
    'answers done',
    'results under_way',
  ]);
  expect(awaitedOf(view({ mode: 'light', stage: 'closed' }))[0]?.who).toBe('server');
});

test('as many codes as the server allows, and no more', () => {
  expect(codesLeft({ codes_max: 223, codes_drawn: 0 })).toBe(223);
  expect(codesLeft({ codes_max: 223, codes_drawn: 223 })).toBe(0);
});

test('days are whole', () => {
  expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
});

test('while another body holds the closed urn, nobody is asked to open it', () => {
  const closed = { stage: 'closed', destroy_by: '2027-01-18' } as const;
  expect(awaitedOf(view(closed)).map(({ what }) => what)).toEqual(['open_profile', 'open_profile']);
  expect(awaitedOf(view({ ...closed, ballots_awaited_since: '2026-11-30' }))).toEqual([
    { what: 'ballots', who: 'urn', until: '2027-01-18' },
  ]);
});
