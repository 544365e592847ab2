// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/use_composer.ts
//
// What is being composed, and where it is kept: on the server after a pause, one writing at a time. When somebody else wrote
// meanwhile, nothing is sent over theirs until the person says so; what the server refuses waits for the next change; what could
// not be sent is sent again later. Leaving the page sends what is left.

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Instrument } from '#form/instrument.ts';
import { keyOf } from '#app/api/queries.ts';
import { useHistory } from './use_history.ts';
import { type InstrumentView, useInstrument, useKeep } from './use_instruments.ts';

/** A pause in writing; and before trying again when the network or a busy server may do better. */
const pause_ms = 1200;
const again_ms = 8000;

export function useComposer(start: InstrumentView) {
  const { id } = start.line;
  const client = useQueryClient();
  const history = useHistory<Instrument>(start.content);
  const [view, setView] = useState(start);
  const [kept, setKept] = useState<Instrument>(start.content);
  const [kept_at, setKeptAt] = useState<Date | null>(null);
  const [theirs, setTheirs] = useState<number | null>(null);
  /** What the server said no to: not asked again as it is. */
  const [refused, setRefused] = useState<Instrument | null>(null);
  const version = useRef(start.version);
  const { mutate, error, isPending } = useKeep(id);
  const { refetch } = useInstrument(id);
  const { value, reset } = history;

  const keep = useCallback(
    (content: Instrument) => {
      mutate(
        { content, version: version.current },
        {
          onSuccess: (reply) => {
            version.current = reply.data.version;
            client.setQueryData(keyOf(`/api/instruments/${id}`), reply);
            setView(reply.data);
            setKept(content);
            setKeptAt(new Date());
            setTheirs(null);
            setRefused(null);
          },
          onError: (problem) => {
            if (problem.code === 'version.stale')
              void refetch().then((now) => setTheirs(now.data?.data.version ?? version.current));
            else if (problem.status !== 0 && problem.status !== 503) setRefused(content);
          },
        },
      );
    },
    [client, id, mutate, refetch],
  );

  const isKept = value === kept;
  const waits = isKept || isPending || theirs !== null || value === refused;
  const pause = error === null ? pause_ms : again_ms;
  useEffect(() => {
    if (waits) return;
    const timer = setTimeout(() => keep(value), pause);
    return () => clearTimeout(timer);
  }, [value, waits, pause, keep]);

  // Gone to another screen: what is left goes too. Gone from the application: the browser asks first.
  const left = useRef<(() => void) | null>(null);
  useEffect(() => {
    left.current = waits ? null : () => keep(value);
  }, [value, waits, keep]);
  useEffect(() => () => left.current?.(), []);
  useEffect(() => {
    if (isKept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isKept]);

  const goOnFrom = useCallback(
    (next: InstrumentView) => {
      version.current = next.version;
      setView(next);
      setKept(next.content);
      setTheirs(null);
      setRefused(null);
      reset(next.content);
    },
    [reset],
  );

  return {
    history,
    view,
    version: version.current,
    kept_at: isKept ? kept_at : null,
    isKept,
    isStale: theirs !== null,
    problem: error?.code === 'version.stale' || isKept ? null : error,
    /** What was written while the version was being fixed stays as the next change. */
    goOnFixed: (next: InstrumentView) => {
      if (isKept) goOnFrom(next);
      else {
        version.current = next.version;
        setView(next);
      }
    },
    keepMine: () => {
      if (theirs !== null) version.current = theirs;
      keep(value);
    },
    takeTheirs: () => {
      void refetch().then((now) => {
        if (now.data && !now.isError) goOnFrom(now.data.data);
      });
    },
  };
}
