// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/index.ts
//
// Trying: what is being tried, beginning from a proposal or an axis, the experiment, its shared conclusion; the three fields of
// a démarche together, an experiment on one page, its poster.

import { screenRoute } from '#app/router/screen_route.ts';

export { BeginFromProposal } from './begin_from_proposal.tsx';
export { FieldsOfProgramme } from './together/links.tsx';

const asText = (raw: unknown) => (typeof raw === 'string' ? raw : undefined);

export const routes = [
  screenRoute({
    path: '/essayer',
    room: 'try',
    screen: () => import('./try_screen.tsx').then((module) => module.TryScreen),
  }),
  screenRoute({
    path: '/essayer/nouveau',
    room: 'try',
    search: (raw) => ({ from_kind: asText(raw.from_kind), from_id: asText(raw.from_id) }),
    screen: () => import('./begin_screen.tsx').then((module) => module.BeginScreen),
  }),
  screenRoute({
    path: '/essayer/$id',
    room: 'try',
    screen: () => import('./experiment_screen.tsx').then((module) => module.ExperimentScreen),
  }),
  screenRoute({
    path: '/essayer/$id/bilan',
    room: 'try',
    screen: () => import('./review_screen.tsx').then((module) => module.ReviewScreen),
  }),
  screenRoute({
    path: '/essayer/$id/reprendre',
    room: 'try',
    screen: () => import('./rewrite_screen.tsx').then((module) => module.RewriteScreen),
  }),
  screenRoute({
    path: '/essayer/$id/page',
    room: 'try',
    screen: () => import('./together/page_screen.tsx').then((module) => module.PageScreen),
  }),
  screenRoute({
    path: '/essayer/$id/affiche',
    room: 'try',
    screen: () => import('./together/poster_screen.tsx').then((module) => module.PosterScreen),
  }),
  screenRoute({
    path: '/essayer/champs/$programme',
    room: 'try',
    screen: () => import('./together/fields_screen.tsx').then((module) => module.FieldsScreen),
  }),
  screenRoute({
    path: '/essayer/$id/seance',
    room: 'try',
    screen: () => import('./session/session_screen.tsx').then((module) => module.SessionScreen),
  }),
  screenRoute({
    path: '/essayer/$id/seance/papier',
    room: 'try',
    screen: () => import('./session/paper_screen.tsx').then((module) => module.PaperScreen),
  }),
] as const;
