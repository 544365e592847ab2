// SPDX-License-Identifier: EUPL-1.2
// web/ui/problem_words.ts
//
// A problem's code, in words. The server answers with codes only ("space.closed"); a code this page
// does not know yet still gets a sentence in the reader's language, never raw English.

import { findWord, t } from '#words';

export interface FieldProblem {
  /** "/title" */
  pointer: string;
  code: string;
}

export interface ProblemLike {
  code: string;
  errors?: readonly FieldProblem[];
}

export function problemText(code: string): string {
  return findWord(`problems.${code}`) ?? t('problems.unknown');
}

/** What to show under each field: { '/title': 'Ce texte est trop long.' }. */
export function fieldTexts(problem: ProblemLike | null | undefined): Record<string, string> {
  return Object.fromEntries(
    (problem?.errors ?? []).map((error) => [error.pointer, problemText(error.code)]),
  );
}
