// SPDX-License-Identifier: EUPL-1.2
// web/eslint.config.mjs
//
// Types, hooks, accessibility of JSX, and that no word for people stands in the code (words live in
// locales/). How it is laid out is Prettier's.

import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
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

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'A named export: what a thing is called here is what it is called there.',
};

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
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    // Preact says "for" where React says "htmlFor".
    settings: { react: { version: '19' }, 'jsx-a11y': { attributes: { for: ['htmlFor', 'for'] } } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', ...wordsInLocales, noDefaultExport],
    },
  },
  {
    // The gallery shows the pieces with invented content, in development only; tests quote what they expect.
    files: ['app/features/gallery/**', '**/*_test.{ts,tsx}', 'e2e/**', '*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
