// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/campaign_screen.tsx
//
// One campaign on one screen: where it stands, who is awaited, and what can be done now.

import { useParams } from '@tanstack/react-router';
import { type Can, Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { EmptyState, LinkButton, Notice, PageHead, StateMark, Tag } from '#ui';
import { fullDay, t } from '#words';
import { GateSheet } from '../gates/gate_sheet.tsx';
import { Aside, WhoIsAwaited } from './aside.tsx';
import './campaigns.css';
import { CampaignRead } from './campaign_read.tsx';
import { CeremonyPart } from './ceremony_part.tsx';
import { CodeDays, CodesPart } from './codes_part.tsx';
import { CommentsPart } from './comments_part.tsx';
import { Composer } from './compose.tsx';
import { Elsewhere, ElsewhereAwaited } from './elsewhere_part.tsx';
import { OpeningPart } from './opening_part.tsx';
import { Reaching } from './reaching.tsx';
import { stepsOf } from './stages.ts';
import type { CampaignView } from './types.ts';
import { UnderWayPart } from './under_way_part.tsx';
import { useCampaign } from './use_campaigns.ts';

export function CampaignScreen() {
  const { id } = useParams({ from: '/ecouter/campagnes/$id' });
  const campaign = useCampaign(id);
  if (campaign.data === undefined && campaign.error !== null)
    return (
      <>
        <PageHead room="listen" title={t('campaigns.title')} />
        <Loaded from={campaign}>{() => null}</Loaded>
      </>
    );
  return (
    <Loaded from={campaign}>
      {(view, can) => (
        <>
          <PageHead
            room="listen"
            where={view.establishment_name}
            title={view.title || t('campaigns.untitled')}
            lead={view.stage === 'draft' ? undefined : view.purpose}
            facts={
              <>
                <Tag>{t(`campaigns.mode.${view.mode}`)}</Tag>
                {view.instrument_title && <span>{inLanguage(view.instrument_title)}</span>}
                {view.opens_on && view.closes_on && (
                  <span>
                    {t('campaigns.from_to', {
                      from: fullDay(view.opens_on),
                      to: fullDay(view.closes_on),
                    })}
                  </span>
                )}
              </>
            }
          />
          {view.stage !== 'ended' && <Path view={view} />}
          <div className="campaign-cols">
            <WhoIsAwaited view={view} />
            <div className="campaign-main stack-xl">
              <StagePart key={view.id} view={view} can={can} />
            </div>
            <Aside view={view} can={can} />
          </div>
        </>
      )}
    </Loaded>
  );
}

function Path({ view }: { view: CampaignView }) {
  return (
    <ol className="campaign-path" aria-label={t('campaigns.path')}>
      {stepsOf(view).map(({ step, state }) => (
        <li key={step} aria-current={state === 'under_way' ? 'step' : undefined}>
          <StateMark state={state}>
            {t(`campaigns.step.${step}`)}
            <span className="hide"> ({t(`common.state.${state}`)})</span>
          </StateMark>
        </li>
      ))}
    </ol>
  );
}

function StagePart({ view, can }: { view: CampaignView; can: Can }) {
  switch (view.stage) {
    case 'draft':
      return can('write') ? (
        <Composer start={view} mayAsk={can('ask')} mayRemove={can('remove')} />
      ) : (
        <>
          <Notice>
            <p>{t('campaigns.being_written')}</p>
          </Notice>
          <CampaignRead view={view} />
        </>
      );
    case 'asked':
      return (
        <>
          {view.gate_id && <GateSheet id={view.gate_id} title={t('campaigns.ask.gate')} />}
          <CampaignRead view={view} />
        </>
      );
    case 'ceremony':
      return <CeremonyPart view={view} can={can} />;
    case 'ready':
      return (
        <>
          <Elsewhere view={view} />
          <CodesPart view={view} mayDraw={can('draw_codes')} />
          <CodeDays view={view} />
        </>
      );
    case 'pickup':
    case 'open':
      return (
        <>
          <UnderWayPart view={view} />
          <Elsewhere view={view} />
          {can('draw_codes') ? <CodesPart view={view} mayDraw /> : <Reaching view={view} />}
        </>
      );
    case 'closed':
      if (view.ballots_awaited_since)
        return <ElsewhereAwaited view={view} since={view.ballots_awaited_since} />;
      return <OpeningPart view={view} can={can} />;
    case 'counted':
    case 'signed':
      return <OpeningPart view={view} can={can} />;
    case 'published':
      return (
        <>
          <EmptyState
            icon="understand"
            title={t('campaigns.published.title')}
            action={
              <LinkButton kind="main" href={`/comprendre/resultats/${view.id}`}>
                {t('campaigns.see_results')}
              </LinkButton>
            }
          >
            <p>{t('campaigns.published.lead')}</p>
          </EmptyState>
          <CommentsPart view={view} can={can} />
        </>
      );
    case 'ended':
      return <Ended view={view} />;
  }
}

/** Why there is nothing to read, in words: an end is told, not hidden. */
function Ended({ view }: { view: CampaignView }) {
  const day = view.ended_on == null ? '' : fullDay(view.ended_on);
  const reason = view.ended_reason ?? 'withdrawn';
  return (
    <div className="stack-l read">
      <h2>{t(`campaigns.ended.${reason}`, { day })}</h2>
      <p>{t(`campaigns.ended_lead.${reason}`, { k: view.k })}</p>
      {view.halves
        .filter((half) => half.refusal)
        .map((half) => (
          <Notice key={half.college}>
            <p>
              <b>{half.college_name}</b>
            </p>
            <p>{half.refusal}</p>
          </Notice>
        ))}
      <p>
        <LinkButton href="/ecouter/nouvelle">{t('campaigns.new.discuss')}</LinkButton>
      </p>
    </div>
  );
}
