// SPDX-License-Identifier: EUPL-1.2
// web/vite.config.ts
//
// Two entries, one build: index.html (the five rooms) and respond.html (without an account).
// Every text asset gets a .gz beside it, so that the server compresses nothing at run time.

import { defineConfig } from 'vite';
import { gzipBeside } from './tools/gzip_beside.mjs';
import { respondentPaths } from './tools/respondent_paths.mjs';

const here = (path: string) => new URL(path, import.meta.url).pathname;

const workers: Record<string, string> = { worker: 'q/worker.js', tally_worker: 'c/worker.js' };

/** What the server sends too: the end-to-end tests hold the pages to it. */
const contentPolicy =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

export default defineConfig({
  base: '/',
  resolve: {
    alias: [
      { find: /^#ballots$/, replacement: here('./ballots/index.ts') },
      { find: /^#form\//, replacement: here('./form/') },
      { find: /^#ui$/, replacement: here('./ui/index.ts') },
      { find: /^#ui\//, replacement: here('./ui/') },
      { find: /^#words$/, replacement: here('./words/index.ts') },
      { find: /^#app\//, replacement: here('./app/') },
    ],
  },
  plugins: [respondentPaths(), gzipBeside()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        app: 'index.html',
        respond: 'respond.html',
        worker: 'respond/offline_worker.ts',
        tally_worker: 'respond/tally_worker.ts',
      },
      output: {
        // Its place is its scope: a worker answers for what lies under it.
        entryFileNames: ({ name }) => workers[name] ?? 'assets/[name]-[hash].js',
        // What a phone always fetches together is one file: each more costs it some bytes and a wait.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'preact', test: /node_modules\/preact\// },
            { name: 'frame', test: /web\/respond\/(api|page|pieces|words)\.tsx?$/ },
            { name: 'questionnaire', test: /web\/respond\/campaign\// },
          ],
        },
      },
      // "use client" in libraries means nothing to us; other warnings are shown.
      onLog(level, log, handle) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } },
    fs: { allow: ['..'] },
  },
  preview: { port: 4173, headers: { 'Content-Security-Policy': contentPolicy } },
});
