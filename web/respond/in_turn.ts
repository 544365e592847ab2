// SPDX-License-Identifier: EUPL-1.2
// web/respond/in_turn.ts
//
// Sending what waits, one sending at a time. A network that comes back while a sending is failing, or one thing more that is
// kept meanwhile, is not forgotten: the work is done once more after.

export function inTurn(work: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  let isAskedAgain = false;
  const workUntilDone = async () => {
    try {
      do {
        isAskedAgain = false;
        await work();
      } while (isAskedAgain);
    } finally {
      underWay = null;
    }
  };
  return () => {
    if (underWay !== null) isAskedAgain = true;
    else underWay = workUntilDone();
    return underWay ?? Promise.resolve();
  };
}
