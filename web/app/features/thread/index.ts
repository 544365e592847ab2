// SPDX-License-Identifier: EUPL-1.2
// web/app/features/thread/index.ts
//
// The thread: from a sentence to what became of it. ObjectThread goes into the head of every object's page.

import { screenRoute } from '#app/router/screen_route.ts';

export { ObjectThreadLine } from './line.tsx';
export { ObjectThread } from './object_thread.tsx';
export { useThread } from './use_thread.ts';

export const routes = [
  screenRoute({
    path: '/fil/$kind/$id',
    room: null,
    screen: () => import('./thread_screen.tsx').then((module) => module.ThreadScreen),
  }),
] as const;
