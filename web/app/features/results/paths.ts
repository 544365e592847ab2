// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/paths.ts
//
// What is looked at stands in the address, so that it can be sent to a colleague: place, occupation, question, earlier campaign.

export interface Looked {
  lieu?: string | undefined;
  metier?: string | undefined;
  question?: string | undefined;
  avant?: string | undefined;
}

export function resultsPath(id: string, looked: Looked = {}): string {
  const pairs = Object.entries(looked).filter(([, value]) => value) as [string, string][];
  const search = new URLSearchParams(pairs).toString();
  return `/comprendre/resultats/${id}${search === '' ? '' : `?${search}`}`;
}

export function restitutionPath(id: string, lieu?: string): string {
  return `/comprendre/resultats/${id}/restitution${lieu ? `?${new URLSearchParams({ lieu })}` : ''}`;
}
