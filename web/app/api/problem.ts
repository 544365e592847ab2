// SPDX-License-Identifier: EUPL-1.2
// web/app/api/problem.ts
//
// What went wrong, as the server says it: a code to translate, field errors, and, when somebody
// else changed the thing meanwhile, its current version. Never a sentence.

import type { FieldProblem } from '#ui';

export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly errors: readonly FieldProblem[];
  /** The current object, on "version.stale". */
  readonly current: unknown;

  constructor(content: {
    code: string;
    status: number;
    errors?: readonly FieldProblem[];
    current?: unknown;
  }) {
    super(content.code);
    this.name = 'Problem';
    this.code = content.code;
    this.status = content.status;
    this.errors = content.errors ?? [];
    this.current = content.current;
  }
}
