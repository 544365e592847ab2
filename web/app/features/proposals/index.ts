// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/index.ts
//
// What is asked, the dated answers, and what teams decided themselves.

import { screenRoute } from '#app/router/screen_route.ts';
import { type Filter, filters } from './states.ts';

function deskSearch(raw: Record<string, unknown>): { filter: Filter; open?: string } {
  const filter = filters.find((each) => each === raw.filter) ?? 'due';
  return typeof raw.open === 'string' ? { filter, open: raw.open } : { filter };
}

export const routes = [
  screenRoute({
    path: '/ecouter/reponses',
    room: 'listen',
    screen: () => import('./desk_screen.tsx').then((module) => module.DeskScreen),
    search: deskSearch,
  }),
  screenRoute({
    path: '/ecouter/propositions/$proposal_id',
    room: 'listen',
    screen: () => import('./proposal_screen.tsx').then((module) => module.ProposalScreen),
  }),
  screenRoute({
    path: '/ecouter/regles',
    room: 'listen',
    screen: () => import('./rules_screen.tsx').then((module) => module.RulesScreen),
  }),
] as const;
