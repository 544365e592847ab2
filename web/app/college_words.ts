// SPDX-License-Identifier: EUPL-1.2
// web/app/college_words.ts
//
// What a college is called on screen.

import { findWord } from '#words';

export function collegeWord(kind: string): string {
  return findWord(`colleges.${kind}`) ?? kind;
}
