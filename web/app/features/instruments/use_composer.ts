// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/use_composer.ts
//
// What is being composed, and where it is kept: on the server after a pause, one writing at a time. When somebody else wrote
// meanwhile, nothing is sent over theirs until the person says so.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Instrument } from '#form/instrument.ts';
import { useHistory } from './use_history.ts';
import { type InstrumentView, useInstrument, useKeep } from './use_instruments.ts';

/** A pause in writing. */
const pause_ms = 1200;

export function useComposer(start: InstrumentView) {
  const { id } = start.line;
  const history = useHistory<Instrument>(start.content);
  const [view, setView] = useState(start);
  const [kept, setKept] = useState<Instrument>(start.content);
  const [kept_at, setKeptAt] = useState<Date | null>(null);
  const [theirs, setTheirs] = useState<number | null>(null);
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
            setView(reply.data);
            setKept(content);
            setKeptAt(new Date());
            setTheirs(null);
          },
          onError: (problem) => {
            if (problem.code !== 'version.stale') return;
            void refetch().then((now) => setTheirs(now.data?.data.version ?? version.current));
          },
        },
      );
    },
    [mutate, refetch],
  );

  useEffect(() => {
    if (value === kept || isPending || theirs !== null) return;
    const timer = setTimeout(() => keep(value), pause_ms);
    return () => clearTimeout(timer);
  }, [value, kept, isPending, theirs, keep]);

  const goOnFrom = useCallback(
    (next: InstrumentView) => {
      version.current = next.version;
      setView(next);
      setKept(next.content);
      setTheirs(null);
      reset(next.content);
    },
    [reset],
  );

  return {
    history,
    view,
    kept_at,
    isKept: value === kept,
    isStale: theirs !== null,
    problem: error?.code === 'version.stale' ? null : error,
    goOnFrom,
    keepMine: () => {
      if (theirs !== null) version.current = theirs;
      keep(value);
    },
    takeTheirs: () => {
      void refetch().then((now) => {
        if (now.data) goOnFrom(now.data.data);
      });
    },
  };
}
