// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/use_instruments.ts
//
// One hook per request of /api/instruments.

import type { Instrument, Wording } from '#form/instrument.ts';
import type { List } from '#app/api/client.ts';
import { useLive } from '#app/api/live.ts';
import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

type Schemas = components['schemas'];

export type InstrumentLine = Omit<Schemas['InstrumentLine'], 'title'> & { title: Wording };
export type InstrumentTrouble = Schemas['InstrumentTrouble'];
export type Lost = Schemas['InstrumentLost'];
export type InstrumentView = Omit<Schemas['InstrumentView'], 'content' | 'line'> & {
  content: Instrument;
  line: InstrumentLine;
};

const all = '/api/instruments';

export function useInstruments() {
  useLive(['instruments']);
  return useRead<List<InstrumentLine>>(all);
}

export function useInstrument(id: string) {
  useLive([`instruments/${id}`]);
  return useRead<InstrumentView>(`${all}/${id}`);
}

export function useShipped(pack: string) {
  return useRead<InstrumentView>(`${all}/shipped/${pack}`);
}

export function useVersion(id: string, number: string) {
  return useRead<InstrumentView>(`${all}/${id}/versions/${number}`);
}

export function useBegin(onDone: (id: string) => void) {
  return useWrite<InstrumentView, Schemas['NewInstrument']>('POST', all, {
    changes: [all],
    onDone: (reply) => onDone(reply.data.line.id),
  });
}

/** The reply is what the editor goes on from: what was read before is not asked for again under the writer's hands. */
export function useKeep(id: string) {
  return useWrite<InstrumentView, { content: Instrument; version: number }>('PUT', `${all}/${id}`, {
    inTurnOn: `instrument ${id}`,
  });
}

export function useFix(id: string) {
  return useWrite<InstrumentView, { version: number }>('POST', `${all}/${id}/versions`, {
    changes: [all],
  });
}

export function useRemove(id: string, onDone: () => void) {
  return useWrite<unknown>('DELETE', `${all}/${id}`, { changes: [all], onDone });
}

export function useImportFile() {
  return useWrite<Schemas['ImportedInstrument'], Schemas['InstrumentFile']>(
    'POST',
    `${all}/files`,
    {
      changes: [all],
    },
  );
}

export function useExportLosses(id: string, format: string) {
  return useRead<List<Lost>>(`${all}/${id}/file/lost`, { search: { format } });
}
