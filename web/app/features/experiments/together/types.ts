// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/types.ts
//
// The three fields of a démarche, and an experiment with its joint reading, as the server sends them.

import type { components } from '#app/api/schema.ts';

type Schemas = components['schemas'];

/** Read jointly: never one alone. In this order everywhere, which is that of the reference and says nothing else. */
export const fields = ['activity', 'methods', 'practices'] as const;
export type Field = (typeof fields)[number];

export type Joint = Schemas['JointReading'];
export type Standing = Joint[Field];
export type IndicatorView = Schemas['IndicatorView'];
export type ExperimentEvent = Schemas['ExperimentEvent'];
export type ExperimentInFields = Schemas['ExperimentInFields'];
/** The first begun first. */
export type FieldsView = Schemas['FieldsView'];
/** What the page and the poster read of one experiment. */
export type OneExperiment = Schemas['ExperimentView'];
