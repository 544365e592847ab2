// SPDX-License-Identifier: EUPL-1.2
// web/tools/gzip_beside.mjs
//
// A Vite plugin: after the build, writes name.gz beside each text asset. Files too small to gain
// anything are left alone.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const textAsset = /\.(html|js|css|json|svg|txt|webmanifest)$/;
/** Below one network packet a second file saves nothing. */
const size_bytes_min = 1200;

export function gzipBeside() {
  let folder = 'dist';
  return {
    name: 'gzip-beside',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const names = await readdir(folder, { recursive: true });
      for (const name of names.filter((file) => textAsset.test(file))) {
        const content = await readFile(join(folder, name));
        if (content.length < size_bytes_min) continue;
        await writeFile(
          join(folder, `${name}.gz`),
          gzipSync(content, { level: constants.Z_BEST_COMPRESSION }),
        );
      }
    },
  };
}
