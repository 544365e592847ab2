// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/use_keeping.ts
//
// What is being composed, and where it is kept: on the server after a pause, one writing at a time. When somebody else wrote
// meanwhile, nothing is sent over theirs until the person says so; what the server refuses waits for the next change.

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keyOf } from '#app/api/queries.ts';
import { useHistory } from '../instruments/index.ts';
import type { CampaignEdit, CampaignView } from './types.ts';
import { useCampaign, useKeep } from './use_campaigns.ts';

/** A pause in writing; and before trying again when the network or a busy server may do better. */
const pause_ms = 1200;
const again_ms = 8000;

export function editOf(view: CampaignView): CampaignEdit {
  const { title, purpose, mode, instrument_id, instrument_number } = view;
  const { pickup_on, opens_on, closes_on, destroy_by, k, cut } = view;
  const days = { pickup_on, opens_on, closes_on, destroy_by };
  return { title, purpose, mode, instrument_id, instrument_number, ...days, k, cut };
}

export type Keeping = ReturnType<typeof useKeeping>;

export function useKeeping(start: CampaignView) {
  const { id } = start;
  const path = `/api/campaigns/${id}`;
  const client = useQueryClient();
  const [first] = useState(() => editOf(start));
  const history = useHistory<CampaignEdit>(first);
  const [view, setView] = useState(start);
  const [kept, setKept] = useState<CampaignEdit>(first);
  const [kept_at, setKeptAt] = useState<Date | null>(null);
  const [theirs, setTheirs] = useState<number | null>(null);
  /** What the server said no to: not asked again as it is. */
  const [refused, setRefused] = useState<CampaignEdit | null>(null);
  const version = useRef(start.version);
  const { mutate, error, isPending } = useKeep(id);
  const { refetch } = useCampaign(id);
  const { value, reset } = history;

  const keep = useCallback(
    (edit: CampaignEdit) => {
      mutate(
        { ...edit, version: version.current },
        {
          onSuccess: (reply) => {
            version.current = reply.data.version;
            client.setQueryData(keyOf(path), reply);
            void client.invalidateQueries({ queryKey: keyOf(`${path}/forecast`) });
            setView(reply.data);
            setKept(edit);
            setKeptAt(new Date());
            setTheirs(null);
            setRefused(null);
          },
          onError: (problem) => {
            if (problem.code === 'version.stale')
              void refetch().then((now) => setTheirs(now.data?.data.version ?? version.current));
            else if (problem.status !== 0 && problem.status !== 503) setRefused(edit);
          },
        },
      );
    },
    [client, path, mutate, refetch],
  );

  const isKept = value === kept;
  const waits = isKept || isPending || theirs !== null || value === refused;
  const pause = error === null ? pause_ms : again_ms;
  useEffect(() => {
    if (waits) return;
    const timer = setTimeout(() => keep(value), pause);
    return () => clearTimeout(timer);
  }, [value, waits, pause, keep]);
  useLeaving(isKept, waits ? null : () => keep(value));

  return {
    value,
    /** `field` names where somebody types: letters typed one after the other are taken back together. */
    change: (part: Partial<CampaignEdit>, field?: string) =>
      history.change({ ...value, ...part }, field),
    undo: history.undo,
    canUndo: history.canUndo,
    view,
    kept_at: isKept ? kept_at : null,
    isKept,
    isStale: theirs !== null,
    problem: error?.code === 'version.stale' || isKept ? null : error,
    keepMine: () => {
      if (theirs !== null) version.current = theirs;
      keep(value);
    },
    takeTheirs: () => {
      void refetch().then((now) => {
        if (!now.data || now.isError) return;
        const next = editOf(now.data.data);
        version.current = now.data.data.version;
        setView(now.data.data);
        setKept(next);
        setTheirs(null);
        setRefused(null);
        reset(next);
      });
    },
  };
}

/** Gone to another screen: what is left goes too. Gone from the application: the browser asks first. */
function useLeaving(isKept: boolean, keepNow: (() => void) | null): void {
  const left = useRef<(() => void) | null>(null);
  useEffect(() => {
    left.current = keepNow;
  });
  useEffect(() => () => left.current?.(), []);
  useEffect(() => {
    if (isKept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isKept]);
}
