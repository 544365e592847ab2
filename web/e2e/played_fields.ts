// SPDX-License-Identifier: EUPL-1.2
// web/e2e/played_fields.ts
//
// A démarche with three experiments, as the server would send it: one goes both ways, one is under way, and in one field nobody
// counts anything.

import type { Page } from '@playwright/test';
import type {
  ExperimentEvent,
  ExperimentInFields,
  FieldsView,
  OneExperiment,
} from '../app/features/experiments/together/types.ts';
import { playApi } from './played_api.ts';
import {
  changes_of_shift,
  closing,
  departures,
  interruptions,
  not_yet_counted,
  waits,
} from './played_figures.ts';

export const programme = '01hprogramme000000000000000';

function event(kind: ExperimentEvent['kind'], happened_on: string, words: string): ExperimentEvent {
  const id = `${kind} ${happened_on}`;
  const begins_part = false;
  return { id, experiment_id: 'experiment', kind, happened_on, words, begins_part };
}

const handover_events = [
  event('event', '2025-11-03', 'Début des relevés ; la clé de la réserve a déjà été doublée'),
  event(
    'adaptation',
    '2026-02-23',
    'La personne qui garde est trois fois la même : on tire au sort',
  ),
  event('event', '2026-03-30', 'Gastro-entérite dans l’unité, quinze jours ; relèves debout'),
  event('heard', '2026-04-20', 'On s’entend. Mais la sonnette de la 12, on ne l’entend plus.'),
  event('event', '2026-06-01', 'Deux absences ; personne pour garder trois jours sur sept'),
];

export const experiments: ExperimentInFields[] = [
  {
    id: 'handover',
    title: 'La relève gardée',
    state: 'extend',
    place_name: 'Soins de longue durée',
    starts_on: '2026-01-26',
    ends_on: '2026-07-03',
    events: handover_events,
    indicators: [interruptions, departures],
    joint: {
      activity: 'as_hoped',
      methods: 'not_counted',
      practices: 'not_told_apart',
      is_mixed: false,
    },
  },
  {
    id: 'go_ahead',
    title: 'Le feu vert la veille',
    state: 'adapt',
    place_name: 'Hôpital de jour de chimiothérapie et unité de reconstitution',
    starts_on: '2026-03-09',
    ends_on: '2026-08-04',
    events: [
      event(
        'adaptation',
        '2026-05-25',
        'Le poste d’accueil est ramené au croisement ; point à 8 h 10',
      ),
    ],
    indicators: [waits, closing],
    joint: { activity: 'as_hoped', methods: 'not_counted', practices: 'contrary', is_mixed: true },
  },
  {
    id: 'nights',
    title: 'Les douze heures de nuit, choisies',
    state: 'under_way',
    place_name: 'Équipe de nuit du SMR',
    starts_on: '2026-03-30',
    ends_on: '2026-12-24',
    events: [],
    indicators: [not_yet_counted, changes_of_shift],
    joint: { activity: 'too_few', methods: 'not_counted', practices: 'too_few', is_mixed: false },
  },
];

export const handover: OneExperiment = {
  experiment: {
    id: 'handover',
    establishment_id: '01hvalombree00000000000000',
    place_id: 'place',
    programme_id: programme,
    from_kind: null,
    from_id: null,
    version: 1,
    title: 'La relève gardée',
    hypothesis:
      'Si la relève est assise, tous métiers, à l’heure où les changes sont finis, et si quelqu’un qui n’y est pas garde les sonnettes et le téléphone, alors on transmet ce qu’il faut faire et plus seulement ce qui revient.',
    care_stake: 'Ne plus refaire ni oublier un soin ; savoir avant 14 h qui n’a pas mangé.',
    work_stake: 'Partir à l’heure, tranquille ; que la relève soit reconnue comme un travail.',
    perimeter: 'Soins de longue durée, relève de la mi-journée, sept jours sur sept. Pas le soir.',
    with_whom: 'Infirmières, aides-soignantes, agents de service ; le médecin le mardi',
    measured_from: '2025-11-03',
    starts_on: '2026-01-26',
    ends_on: '2026-07-03',
    way_back:
      'Reprendre 13 h 45 debout, du jour au lendemain ; toute personne de l’équipe peut demander qu’on en parle sous sept jours.',
    means: {
      time: 'Vingt minutes comptées',
      replaced: 'Le gardien de la relève vient de l’unité voisine, à charge de revanche',
      money: '',
      until_on: '2026-12-31',
    },
    works_if: 'On n’appelle plus les gens chez eux.',
    harms_if: 'La personne qui garde les sonnettes est toujours la même.',
  },
  state: 'extend',
  is_wide: false,
  place_name: 'Soins de longue durée',
  establishment_name: 'Hôpital de Valombrée',
  events: handover_events,
  reservations: [
    {
      id: 'reservation',
      experiment_id: 'handover',
      college_id: 'college',
      college_kind: 'staff_representatives',
      words: 'Vingt minutes comptées, oui ; sur quel effectif quand deux collègues manquent ?',
      joined_on: '2026-02-02',
    },
  ],
  end_revisions: [],
  indicators: [interruptions, departures],
  joint: {
    activity: 'as_hoped',
    methods: 'not_counted',
    practices: 'not_told_apart',
    is_mixed: false,
  },
  review: null,
  conclusion: {
    id: 'conclusion',
    experiment_id: 'handover',
    outcome: 'extend',
    concluded_on: '2026-08-04',
    words:
      'On garde. On ne veut plus revenir debout.\nCe qui a compté, ce n’est pas les vingt minutes, c’est que quelqu’un d’autre réponde.\nLe soir reste un bonsoir. On n’a pas essayé le soir, alors on ne dit rien du soir.',
    disagreement: 'Deux d’entre nous trouvent que la revanche pèse sur l’unité voisine.',
    learnt:
      'L’interruption n’était pas un défaut d’attention, c’était un poste de travail que personne n’occupait.',
    would_need: 'Que les vingt minutes restent comptées après décembre.',
  },
};

/** The same before its shared conclusion, without a figure and without means. */
export const without_figures: OneExperiment = {
  ...handover,
  experiment: {
    ...handover.experiment,
    ends_on: '2027-01-29',
    means: { time: '', replaced: '', money: '', until_on: null },
  },
  state: 'under_way',
  indicators: [],
  reservations: [],
  conclusion: null,
  joint: {
    activity: 'not_counted',
    methods: 'not_counted',
    practices: 'not_counted',
    is_mixed: false,
  },
};

/** A line of the list of what is tried. */
function summaryOf({ id, title, state, place_name, starts_on, ends_on }: ExperimentInFields) {
  const establishment_id = handover.experiment.establishment_id;
  const dates = { starts_on, ends_on };
  return {
    id,
    title,
    state,
    place_name,
    ...dates,
    hypothesis: '',
    programme_id: programme,
    establishment_id,
  };
}

export async function playFields(
  page: Page,
  shown: { fields?: ExperimentInFields[]; experiment?: OneExperiment } = {},
): Promise<void> {
  await playApi(page);
  const answer = (path: string, data: unknown) =>
    page.route(`**${path}`, (route) => route.fulfill({ json: { data, abilities: [] } }));
  const view: FieldsView = {
    programme_id: programme,
    programme_title: 'Tenir la relève, de jour et de nuit',
    experiments: shown.fields ?? experiments,
  };
  await answer(`/api/programmes/${programme}/fields`, view);
  await answer('/api/experiments/handover', shown.experiment ?? handover);
  await answer('/api/experiments', { items: view.experiments.map(summaryOf) });
  const place_name = handover.establishment_name;
  const title = view.programme_title;
  await answer('/api/programmes', { items: [{ id: programme, title, place_name }] });
}
