// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/proposal_screen.tsx
//
// A proposal on its own page.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { PageHead, TextLink } from '#ui';
import { t } from '#words';
import { ObjectThread } from '../thread/index.ts';
import './proposals.css';
import { ProposalSheet } from './proposal_sheet.tsx';
import { useProposal } from './use_proposals.ts';

export function ProposalScreen() {
  const { proposal_id } = useParams({ from: '/ecouter/propositions/$proposal_id' });
  const proposal = useProposal(proposal_id);
  return (
    <Loaded from={proposal}>
      {(view) => (
        <>
          <PageHead
            room="listen"
            where={t('proposals.one')}
            title={view.proposal.title}
            lead={<TextLink href="/ecouter/reponses">{t('proposals.all')}</TextLink>}
            thread={<ObjectThread kind="proposal" id={proposal_id} />}
          />
          <ProposalSheet id={proposal_id} isOnItsPage />
        </>
      )}
    </Loaded>
  );
}
