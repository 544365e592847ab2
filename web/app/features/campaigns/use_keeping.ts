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

interface Standing {
  view: CampaignView;
  kept: CampaignEdit;
  kept_at: Date | null;
  /** The version that somebody else wrote meanwhile. */
  theirs: number | null;
  /** What the server said no to: not asked again as it is. */
  refused: CampaignEdit | null;
}

function keptAs(view: CampaignView, kept: CampaignEdit, kept_at: Date | null): Standing {
  return { view, kept, kept_at, theirs: null, refused: null };
}

export type Keeping = ReturnType<typeof useKeeping>;

export function useKeeping(start: CampaignView) {
  const path = `/api/campaigns/${start.id}`;
  const client = useQueryClient();
  const [first] = useState(() => editOf(start));
  const history = useHistory<CampaignEdit>(first);
  const [standing, setStanding] = useState<Standing>(() => keptAs(start, first, null));
  const version = useRef(start.version);
  const { mutate, error, isPending } = useKeep(start.id);
  const { refetch } = useCampaign(start.id);
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
            setStanding(keptAs(reply.data, edit, new Date()));
          },
          onError: (problem) => {
            if (problem.code === 'version.stale')
              void refetch().then((now) => {
                const theirs = now.data?.data.version ?? version.current;
                setStanding((before) => ({ ...before, theirs }));
              });
            else if (problem.status !== 0 && problem.status !== 503)
              setStanding((before) => ({ ...before, refused: edit }));
          },
        },
      );
    },
    [client, path, mutate, refetch],
  );

  const { view, kept, kept_at, theirs, refused } = standing;
  const isKept = value === kept;
  const waits = isKept || isPending || theirs !== null || value === refused;
  useAfterPause(waits, error === null ? pause_ms : again_ms, value, keep);
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
        setStanding(keptAs(now.data.data, next, null));
        reset(next);
      });
    },
  };
}

function useAfterPause(
  waits: boolean,
  pause: number,
  value: CampaignEdit,
  keep: (value: CampaignEdit) => void,
): void {
  useEffect(() => {
    if (waits) return;
    const timer = setTimeout(() => keep(value), pause);
    return () => clearTimeout(timer);
  }, [value, waits, pause, keep]);
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
