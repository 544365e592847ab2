// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/example_half.ts
//
// A college that has done nothing yet, for tests and for the stories.

import type { HalfState, Holder } from './types.ts';

export function exampleHalf(
  college: Holder,
  college_name: string,
  done: Partial<HalfState> = {},
): HalfState {
  return {
    college,
    college_name,
    committed: false,
    revealed: false,
    manifest_signed: false,
    rehearsed_device: false,
    rehearsed_sheets: false,
    profile_opened: false,
    mask_signed: false,
    answers_opened: false,
    refused_on: null,
    refusal: null,
    commitment: null,
    public_half: null,
    signing_key: null,
    proof: null,
    ...done,
  };
}
