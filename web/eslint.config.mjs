// SPDX-License-Identifier: EUPL-1.2
// web/eslint.config.mjs
//
// What Biome does not check: accessibility of JSX, types, and that no word for people stands in
// the code (words live in locales/).

import jsxA11y from 'eslint-plugin-jsx-a11y';
import tseslint from 'typescript-eslint';

const wordsInLocales = [
  {
    selector: 'JSXText[value=/\\p{L}{2,}/u]',
    message: "A word for people belongs in locales/: use t('key').",
  },
  {
    selector:
      'JSXAttribute[name.name=/^(label|title|hint|alt|placeholder|aria-label|caption)$/] > Literal[value=/\\p{L}{2,}/u]',
    message: "A word for people belongs in locales/: use t('key').",
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      '**/*.generated.ts',
      'app/api/schema.ts',
      'playwright-report/**',
      'test-results/**',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommended, jsxA11y.flatConfigs.strict],
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    settings: { react: { version: '19' } },
    rules: {
      '@typescript-eslint/no-unused-vars': 'off',
      'no-restricted-syntax': ['error', ...wordsInLocales],
    },
  },
  {
    // The gallery shows the pieces with invented content, in development only; tests quote what they expect.
    files: ['app/features/gallery/**', '**/*_test.{ts,tsx}', 'e2e/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
