// SPDX-License-Identifier: EUPL-1.2
// web/app/routes.ts
//
// Every feature of the application, in one list: add yours here, by its index.ts and nothing else.

import * as administration from './features/administration/index.ts';
import * as audit from './features/audit/index.ts';
import * as campaigns from './features/campaigns/index.ts';
import * as clusters from './features/clusters/index.ts';
import * as contact from './features/contact/index.ts';
import * as diagnosis from './features/diagnosis/index.ts';
import * as experiments from './features/experiments/index.ts';
import * as gallery from './features/gallery/index.ts';
import * as gates from './features/gates/index.ts';
import * as guides from './features/guides/index.ts';
import * as home from './features/home/index.ts';
import * as instruments from './features/instruments/index.ts';
import * as people from './features/people/index.ts';
import * as places from './features/places/index.ts';
import * as programmes from './features/programmes/index.ts';
import * as publicPage from './features/public/index.ts';
import * as proposals from './features/proposals/index.ts';
import * as results from './features/results/index.ts';
import * as search from './features/search/index.ts';
import * as spaces from './features/spaces/index.ts';
import * as sheets from './features/sheets/index.ts';
import * as thread from './features/thread/index.ts';

export const routes = [
  ...home.routes,
  ...guides.routes,
  ...people.routes,
  ...places.routes,
  ...administration.routes,
  ...audit.routes,
  ...clusters.routes,
  ...contact.routes,
  ...publicPage.routes,
  ...programmes.routes,
  ...gates.routes,
  ...spaces.routes,
  ...instruments.routes,
  ...campaigns.routes,
  ...proposals.routes,
  ...search.routes,
  ...thread.routes,
  ...results.routes,
  ...diagnosis.routes,
  ...experiments.routes,
  ...sheets.routes,
  ...gallery.routes,
] as const;
