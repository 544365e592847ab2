// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/stages.ts
//
// Where a campaign stands, as steps people recognise, and who is awaited for what. Pure.

import type { State } from '#ui';
import type { Day } from '#words';
import type { CampaignView, HalfState, Holder, Stage } from './types.ts';

/** What is drawn under the title. A light campaign has neither keys nor a joint opening. */
export type Step = 'compose' | 'agree' | 'keys' | 'codes' | 'answers' | 'opening' | 'results';

const step_of: Record<Exclude<Stage, 'ended'>, Step> = {
  draft: 'compose',
  asked: 'agree',
  ceremony: 'keys',
  ready: 'codes',
  pickup: 'answers',
  open: 'answers',
  closed: 'opening',
  counted: 'opening',
  signed: 'opening',
  published: 'results',
};

export function markOf(stage: Stage): State {
  if (stage === 'published' || stage === 'ended') return 'done';
  return stage === 'draft' ? 'to_come' : 'under_way';
}

export function stepsOf(view: Pick<CampaignView, 'mode' | 'stage'>): readonly {
  step: Step;
  state: State;
}[] {
  const steps: readonly Step[] =
    view.mode === 'light'
      ? ['compose', 'agree', 'codes', 'answers', 'results']
      : ['compose', 'agree', 'keys', 'codes', 'answers', 'opening', 'results'];
  if (view.stage === 'ended') return steps.map((step) => ({ step, state: 'to_come' }));
  const now = step_of[view.stage];
  // In light mode the server opens by itself: what is being opened is about to be results.
  const here = steps.includes(now) ? steps.indexOf(now) : steps.length - 1;
  return steps.map((step, at) => ({
    step,
    state: at < here || view.stage === 'published' ? 'done' : at === here ? 'under_way' : 'to_come',
  }));
}

export interface Awaited {
  what:
    | 'compose'
    | 'gate'
    | 'commit'
    | 'reveal'
    | 'sign'
    | 'rehearse'
    | 'codes'
    | 'answers'
    | 'open_profile'
    | 'sign_mask'
    | 'open_answers'
    | 'server'
    | 'ballots';
  /** A college by its key, or whoever composes, or everybody, or the server, or the body that holds the urn. */
  who: Holder | 'composer' | 'colleges' | 'everybody' | 'server' | 'urn';
  name?: string;
  until?: Day | null;
}

/** The next thing a college owes to the ceremony; null when it has done all it can before the other. */
export function owedOf(half: HalfState, other: HalfState): Awaited['what'] | null {
  if (!half.committed) return 'commit';
  if (!half.revealed) return other.committed ? 'reveal' : null;
  if (!half.manifest_signed) return other.revealed ? 'sign' : null;
  if (!half.rehearsed_device || !half.rehearsed_sheets)
    return other.manifest_signed ? 'rehearse' : null;
  return null;
}

export function awaitedOf(view: CampaignView): readonly Awaited[] {
  switch (view.stage) {
    case 'draft':
      return [{ what: 'compose', who: 'composer' }];
    case 'asked':
      return [{ what: 'gate', who: 'colleges' }];
    case 'ceremony':
      return view.halves.flatMap((half) => {
        const other = otherOf(view.halves, half.college);
        const what = other === undefined ? null : owedOf(half, other);
        return what === null ? [] : [{ what, who: half.college, name: half.college_name }];
      });
    case 'ready':
      return [{ what: 'codes', who: 'composer', until: view.pickup_on }];
    case 'pickup':
    case 'open':
      return [{ what: 'answers', who: 'everybody', until: view.closes_on }];
    case 'closed':
      if (view.ballots_awaited_since)
        return [{ what: 'ballots', who: 'urn', until: view.destroy_by }];
      return view.mode === 'light'
        ? [{ what: 'server', who: 'server' }]
        : lacking(view, 'open_profile', (half) => half.profile_opened);
    case 'counted':
      return lacking(view, 'sign_mask', (half) => half.mask_signed);
    case 'signed':
      return lacking(view, 'open_answers', (half) => half.answers_opened);
    case 'published':
    case 'ended':
      return [];
  }
}

export function otherOf(
  halves: readonly HalfState[],
  college: HalfState['college'],
): HalfState | undefined {
  return halves.find((half) => half.college !== college);
}

function lacking(
  view: CampaignView,
  what: Awaited['what'],
  isDone: (half: HalfState) => boolean,
): readonly Awaited[] {
  return view.halves
    .filter((half) => !isDone(half))
    .map((half) => ({ what, who: half.college, name: half.college_name, until: view.destroy_by }));
}

/** Whole days from one to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The server allows a few more than there are people: for those who lose theirs, and those who arrive meanwhile. */
export function codesLeft(view: Pick<CampaignView, 'codes_max' | 'codes_drawn'>): number {
  return Math.max(0, view.codes_max - view.codes_drawn);
}
