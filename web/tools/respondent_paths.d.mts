// SPDX-License-Identifier: EUPL-1.2
// web/tools/respondent_paths.d.mts
//
// Type of respondent_paths.mjs, for vite.config.ts.

import type { Plugin } from 'vite';

export function respondentPaths(): Plugin;
