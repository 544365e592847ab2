// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/proposal_sheet.tsx
//
// One proposal: its words, its thread, what was answered; and, for whoever may, the form to answer, to say whether
// it was done, to give it to somebody, to note.

import { Loaded } from '#app/api/loaded.tsx';
import { Notice, Sheet, Tag, TextLink } from '#ui';
import { plainDay, t } from '#words';
import { BeginFromProposal } from '../experiments/index.ts';
import { ObjectThread } from '../thread/index.ts';
import { AnswerForm } from './answer_form.tsx';
import { AssignForm } from './assign_form.tsx';
import { History, Notes } from './history.tsx';
import { OutcomeForm } from './outcome_form.tsx';
import { RuleReview } from './rule_review.tsx';
import { type ProposalView, useProposal } from './use_proposals.ts';

interface ProposalSheetProps {
  id: string;
  /** The head of its own page has its title and its thread. */
  isOnItsPage?: boolean;
}

export function ProposalSheet({ id, isOnItsPage }: ProposalSheetProps) {
  const proposal = useProposal(id);
  return (
    <Loaded from={proposal}>
      {(view, can) => (
        <Sheet title={view.proposal.title} isTitleHidden={isOnItsPage} className="proposal">
          {!isOnItsPage && <ObjectThread kind="proposal" id={id} />}
          <WhereFrom view={view} />
          {view.proposal.meanwhile && (
            <Notice>{t('proposals.meanwhile', { words: view.proposal.meanwhile })}</Notice>
          )}
          <History view={view} />
          {can('answer') && <AnswerForm view={view} />}
          {mayBeTried(view) && <BeginFromProposal id={id} />}
          {can('record_outcome') && <OutcomeForm view={view} />}
          {can('assign') && <AssignForm view={view} />}
          {view.local_rule && <RuleReview rule={view.local_rule} mayReview={can('review')} />}
          <Notes view={view} mayNote={can('note')} mayTeamWords={can('say_team_words')} />
        </Sheet>
      )}
    </Loaded>
  );
}

/** What may be tried: accepted, to be tried, or decided by the team itself. */
function mayBeTried({ proposal }: ProposalView): boolean {
  return ['accepted', 'tried', 'decided_by_team'].includes(proposal.state);
}

function WhereFrom({ view }: { view: ProposalView }) {
  const { proposal } = view;
  return (
    <p className="soft small row">
      {proposal.space_id && view.space_held_on && (
        <span>
          {t('proposals.from_space', { day: plainDay(view.space_held_on) })}{' '}
          <TextLink href={`/ecouter/discussions/${proposal.space_id}`}>{view.space_title}</TextLink>
        </span>
      )}
      {proposal.lived && <Tag kind={proposal.lived === 'shared' ? 'shared' : 'differently'} />}
      {view.college_name && (
        <span>
          {t('proposals.asked_of', {
            college: view.college_name,
            day: plainDay(proposal.asked_on),
          })}
        </span>
      )}
      {view.assigned_name && <span>{t('proposals.given_to', { who: view.assigned_name })}</span>}
    </p>
  );
}
