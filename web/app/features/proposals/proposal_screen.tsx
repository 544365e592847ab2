// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/proposal_screen.tsx
//
// A proposal on its own page.

import { useParams } from '@tanstack/react-router';
import { PageHead, TextLink } from '#ui';
import { t } from '#words';
import './proposals.css';
import { ProposalSheet } from './proposal_sheet.tsx';

export function ProposalScreen() {
  const { proposal_id } = useParams({ from: '/ecouter/propositions/$proposal_id' });
  return (
    <>
      <PageHead
        room="listen"
        title={t('proposals.one')}
        lead={<TextLink href="/ecouter/reponses">{t('proposals.all')}</TextLink>}
      />
      <ProposalSheet id={proposal_id} />
    </>
  );
}
