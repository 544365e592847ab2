// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/use_programmes.ts
//
// The programmes of one's places, and one of them: begun, framed, added to. Every write answers with the
// programme as it has become. No request sets a phase: gates do.

import { useLive } from '#app/api/live.ts';
import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';
import type { PackText } from '#app/pack_text.ts';

type Schemas = components['schemas'];
export type Programme = Schemas['Programme'];
export type ProgrammeView = Schemas['ProgrammeView'];
export type ProgrammeSummary = Schemas['ProgrammeSummary'];
export type StepView = Schemas['ProgrammeStepView'];
export type PassageView = Schemas['PassageView'];
export type FrameEdit = Schemas['ProgrammeFrameEdit'];
export type Means = Schemas['Means'];
export type MeansDraft = Schemas['MeansDraft'];
export type LinkedProject = Schemas['LinkedProject'];
export type LinkedProjectDraft = Schemas['LinkedProjectDraft'];
export type TriggerEvent = Schemas['TriggerEvent'];
export type TriggerEventDraft = Schemas['TriggerEventDraft'];
export type JournalEntry = Schemas['ProgrammeEntry'];
export type JournalEntryDraft = Schemas['JournalEntryDraft'];
export type PathSession = Schemas['PathSession'];
export type PathSessionDraft = Schemas['PathSessionDraft'];
export type Handover = Schemas['ProgrammeHandover'];
export type HandoverDraft = Schemas['ProgrammeHandoverDraft'];
export type DeliverableMark = Schemas['DeliverableMark'];
export type NewProgramme = Schemas['NewProgramme'];

/** What a page needs of a path that nobody walks yet. */
export interface PathTemplate {
  title: PackText;
  summary: PackText;
  steps: readonly { key: string; title: PackText; aim: PackText }[];
  gates: readonly {
    from: string;
    asked_of: PassageView['asked_of'];
    delay_days: number;
  }[];
}

export function usePathTemplate(id: string) {
  return useRead<{ content: PathTemplate }>(`/api/programme-templates/${id}`);
}

const changes = ['/api/programmes', '/api/home', '/api/thread'];

export function useProgrammes() {
  useLive(['programmes']);
  return useRead<{ items: ProgrammeSummary[] }>('/api/programmes');
}

export function useProgramme(id: string, isEnabled = true) {
  useLive(isEnabled ? [`programmes/${id}`] : []);
  return useRead<ProgrammeView>(`/api/programmes/${id}`, { isEnabled });
}

export function useBegin(onBegun: (id: string) => void) {
  return useWrite<ProgrammeView, NewProgramme>('POST', '/api/programmes', {
    changes,
    onDone: ({ data }) => onBegun(data.programme.id),
  });
}

export function useFrame(id: string) {
  return useWrite<ProgrammeView, FrameEdit>('PUT', `/api/programmes/${id}`, { changes });
}

export function useAskPassage(id: string) {
  return useWrite<ProgrammeView, Schemas['PassageAsked']>(
    'POST',
    `/api/programmes/${id}/ask-gate`,
    { changes },
  );
}

export type EntryKind = 'means' | 'projects' | 'triggers' | 'sessions' | 'journal' | 'handover';

export function useAddEntry<Draft>(id: string, kind: EntryKind) {
  return useWrite<ProgrammeView, Draft>('POST', `/api/programmes/${id}/${kind}`, { changes });
}

export function useChangeEntry<Draft>(id: string, kind: EntryKind, entry: string) {
  const path = `/api/programmes/${id}/${kind}/${entry}`;
  return useWrite<ProgrammeView, Draft & { version: number }>('PUT', path, { changes });
}

export function useRemoveEntry(id: string, kind: EntryKind, entry: string) {
  const path = `/api/programmes/${id}/${kind}/${entry}`;
  return useWrite<ProgrammeView, void>('DELETE', path, { changes });
}

export function useMarkDeliverable(id: string) {
  return useWrite<ProgrammeView, DeliverableMark>('PUT', `/api/programmes/${id}/deliverables`, {
    changes,
  });
}

export function useReadHandover(id: string, entry: string) {
  const path = `/api/programmes/${id}/handover/${entry}/read`;
  return useWrite<ProgrammeView, Record<string, never>>('POST', path, { changes });
}
