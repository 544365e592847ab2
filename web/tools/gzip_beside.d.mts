// SPDX-License-Identifier: EUPL-1.2
// web/tools/gzip_beside.d.mts
//
// Type of gzip_beside.mjs, for vite.config.ts.

import type { Plugin } from 'vite';

export function gzipBeside(): Plugin;
