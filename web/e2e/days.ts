// SPDX-License-Identifier: EUPL-1.2
// web/e2e/days.ts

/** The day in Paris, so many days from now: 2026-11-23. Between midnight there and in London it is not the day of UTC. */
export function inDays(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return day.toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
}
