// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/index.ts
//
// A cluster: several homes around one question, always in the directory's order.

import { screenRoute } from '#app/router/screen_route.ts';

export { MyClusters } from './my_clusters.tsx';

export const routes = [
  screenRoute({
    path: '/partager/clusters',
    room: 'share',
    screen: () => import('./clusters_screen.tsx').then((module) => module.ClustersScreen),
  }),
  screenRoute({
    path: '/partager/clusters/$id',
    room: 'share',
    screen: () => import('./cluster_screen.tsx').then((module) => module.ClusterScreen),
  }),
] as const;
