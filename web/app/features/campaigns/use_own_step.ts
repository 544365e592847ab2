// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/use_own_step.ts
//
// A step that computes in this browser and then tells the server. What goes wrong here is a code of web/ballots; what goes wrong
// there is the server's.

import { useState } from 'react';
import { Problem } from '#app/api/problem.ts';
import { refusalOf } from './ceremony.ts';

export type Refusal = ReturnType<typeof refusalOf>;

export function useOwnStep() {
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (step: () => Promise<unknown>) => {
    setIsBusy(true);
    setRefusal(null);
    setProblem(null);
    try {
      await step();
    } catch (thrown) {
      if (thrown instanceof Problem) setProblem(thrown);
      else setRefusal(refusalOf(thrown));
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, refusal, problem, run: (step: () => Promise<unknown>) => void run(step) };
}
