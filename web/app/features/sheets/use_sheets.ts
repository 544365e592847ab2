// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/use_sheets.ts
//
// One hook per request of /api/sheets, and the shape of a template as its pack says it.

import type { List } from '#app/api/client.ts';
import { useLive } from '#app/api/live.ts';
import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';
import type { PackText } from '#app/pack_text.ts';

type Schemas = components['schemas'];
export type SheetSummary = Schemas['SheetSummary'];
export type Contents = Schemas['SheetContents'];
export type SectionContent = Schemas['SheetSection'];
export type TemplateLine = Omit<Schemas['SheetTemplateLine'], 'title' | 'purpose'> & {
  title: PackText;
  purpose: PackText;
};
/** As the server wrote it when the version was kept. */
export interface ToldExperiments {
  number: number;
  taken_on: string;
  experiments: Schemas['ExperimentInFields'][];
}
type Passage = Schemas['SheetView']['passages'][number];
export type SheetView = Omit<Schemas['SheetView'], 'template' | 'figures' | 'passages'> & {
  template: SheetTemplate;
  figures?: ToldExperiments | null;
  passages: (Omit<Passage, 'figures'> & { figures?: ToldExperiments | null })[];
};
/** What a version.stale answer carries: the version kept meanwhile. */
export interface SheetVersion {
  number: number;
  contents: Contents;
}

export type Differences = Schemas['SheetDifferences'];
export type FoundWords = Schemas['FoundWords'];
export type CollegeKind = Schemas['CollegeWords']['college'];

export interface TemplateSection {
  key: string;
  title: PackText;
  hint: PackText;
  type: 'text' | 'list' | 'quote' | 'choice' | 'by_college';
  max?: number;
  items_max?: number;
  options?: readonly { code: string; title: PackText }[];
  required: boolean;
}

export interface TemplateContext {
  key: string;
  title: PackText;
  hint: PackText;
  required: boolean;
}

export interface SheetTemplate {
  id: string;
  title: PackText;
  purpose: PackText;
  minutes: number;
  room: string;
  rules: readonly string[];
  sections: readonly TemplateSection[];
  context: readonly TemplateContext[];
  writers: readonly CollegeKind[];
}

export function useSheets() {
  useLive(['sheets']);
  return useRead<List<SheetSummary>>('/api/sheets');
}

export function useTemplates() {
  return useRead<List<TemplateLine>>('/api/sheet-templates');
}

export function useSheetPlaces() {
  return useRead<List<Schemas['SheetPlace']>>('/api/sheet-places');
}

export function useSheet(id: string) {
  useLive([`sheets/${id}`]);
  return useRead<SheetView>(`/api/sheets/${id}`);
}

export function changes(id: string): string[] {
  return [`/api/sheets/${id}`, '/api/sheets', '/api/diagnoses', '/api/home', '/api/thread'];
}

export function useBeginSheet(onDone: (id: string) => void) {
  return useWrite<SheetView, Schemas['NewSheet']>('POST', '/api/sheets', {
    changes: ['/api/sheets', '/api/thread'],
    onDone: (reply) => onDone(reply.data.id),
  });
}

export function useSheetDraft(id: string) {
  return useRead<Schemas['SheetDraft']>(`/api/sheets/${id}/draft`);
}

export function useKeepDraft(id: string) {
  return useWrite<Schemas['SheetDraft'], Schemas['WrittenSheetDraft']>(
    'PUT',
    `/api/sheets/${id}/draft`,
  );
}

export function useFindWords(id: string) {
  return useWrite<Schemas['FoundWordsList'], Schemas['WrittenSheetDraft']>(
    'POST',
    `/api/sheets/${id}/words`,
  );
}

export function useKeepVersion(id: string, onDone: () => void) {
  return useWrite<SheetView, Schemas['NewSheetVersion']>('POST', `/api/sheets/${id}/versions`, {
    changes: changes(id),
    onDone,
  });
}

export function useWriteReading(id: string, onDone: () => void) {
  return useWrite<SheetView, Schemas['NewSheetReading']>('PUT', `/api/sheets/${id}/readings`, {
    changes: changes(id),
    onDone,
  });
}

export function useShareSheet(id: string) {
  return useWrite<SheetView, Record<never, never>>('POST', `/api/sheets/${id}/share`, {
    changes: changes(id),
  });
}

export function useSettle(id: string) {
  return useWrite<SheetView, Record<never, never>>('POST', `/api/sheets/${id}/settlement`, {
    changes: changes(id),
  });
}

export function useAskToWiden(id: string) {
  return useWrite<SheetView, Schemas['SheetWidening']>('POST', `/api/sheets/${id}/widening`, {
    changes: changes(id),
  });
}

export function useComment(id: string, onDone: () => void) {
  return useWrite<SheetView, Schemas['NewSheetComment']>('POST', `/api/sheets/${id}/comments`, {
    changes: changes(id),
    onDone,
  });
}

export function useDifferences(id: string, from: number, to: number) {
  return useRead<Differences>(`/api/sheets/${id}/differences`, { search: { from, to } });
}
