// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/desk_screen.tsx
//
// The answers owed, by date and only by date, and the one that is open beside them. On a phone the list comes
// first and the proposal has its own page.

import { useNavigate, useSearch } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { useSession } from '#app/session.ts';
import { Button, EmptyState, PageHead, StateMark, TextLink } from '#ui';
import { parisDay, shortDay, t } from '#words';
import './proposals.css';
import { ProposalSheet } from './proposal_sheet.tsx';
import { type Filter, filters, isDue, isShownBy, standing } from './states.ts';
import { type ProposalLine, useProposals } from './use_proposals.ts';

export function DeskScreen() {
  const { filter, open } = useSearch({ from: '/ecouter/reponses' });
  const navigate = useNavigate();
  const proposals = useProposals();
  const session = useSession().data?.data;
  const today = session?.today ?? parisDay(new Date());
  const go = (next: { filter: Filter; open?: string }) =>
    void navigate({ to: '/ecouter/reponses', search: next });

  return (
    <>
      <PageHead room="listen" title={t('proposals.title')} lead={t('proposals.lead')} />
      <div className="row filters" role="group" aria-label={t('proposals.show')}>
        {filters.map((each) => (
          <Button key={each} isPressed={each === filter} onPress={() => go({ filter: each })}>
            {t(`proposals.filter.${each}`)}
          </Button>
        ))}
        <TextLink href="/ecouter/regles">{t('proposals.rules')}</TextLink>
      </div>
      <Loaded from={proposals}>
        {({ items }) => {
          const shown = items.filter((each) =>
            isShownBy(filter, each.proposal, session?.account?.id),
          );
          const chosen = shown.find((each) => each.proposal.id === open) ?? shown[0];
          if (chosen === undefined)
            return (
              <EmptyState icon="answer" title={t(`proposals.empty.${filter}`)}>
                {t('proposals.empty.lead')}
              </EmptyState>
            );
          return (
            <div className="desk">
              <ul className="desk-list" aria-label={t('proposals.by_date')}>
                {shown.map((each) => (
                  <li key={each.proposal.id}>
                    <DeskRow
                      line={each}
                      today={today}
                      isOpen={each === chosen}
                      onOpen={() => go({ filter, open: each.proposal.id })}
                    />
                  </li>
                ))}
              </ul>
              <div className="desk-open">
                <ProposalSheet key={chosen.proposal.id} id={chosen.proposal.id} />
              </div>
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

interface DeskRowProps {
  line: ProposalLine;
  today: string;
  isOpen: boolean;
  onOpen: () => void;
}

function DeskRow({ line, today, isOpen, onOpen }: DeskRowProps) {
  const { proposal } = line;
  const { state, words } = standing(proposal, today);
  const day = (isDue(proposal) && proposal.due_on) || proposal.asked_on;
  return (
    <a
      className="desk-row"
      href={`/ecouter/propositions/${proposal.id}`}
      aria-current={isOpen || undefined}
      onClick={(event) => {
        // Wide enough for two columns: the sheet beside, not another page.
        if (!matchMedia('(min-width: 60rem)').matches || event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        onOpen();
      }}
    >
      <time dateTime={day}>{shortDay(day)}</time>
      <span>
        <b>{proposal.title}</b>
        <span className="soft small">
          {[line.place_name, line.college_name].filter(Boolean).join(' · ')}
        </span>
        <StateMark state={state}>{words}</StateMark>
      </span>
    </a>
  );
}
