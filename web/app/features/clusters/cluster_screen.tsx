// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/cluster_screen.tsx
//
// The first view of a cluster: its sessions as a line, its homes between two of them, what to prepare, and the means.

import { useParams } from '@tanstack/react-router';
import { type Can, Loaded } from '#app/api/loaded.tsx';
import { EmptyState, PageHead, Section, TextLink } from '#ui';
import { fullDay, t } from '#words';
import './clusters.css';
import { HomeForms } from './home_forms.tsx';
import { HomesTable } from './homes_table.tsx';
import { PlanSession } from './plan_session.tsx';
import { SessionPart } from './session_part.tsx';
import { Reminders } from './reminders.tsx';
import { SessionLine } from './session_line.tsx';
import { SharedMeans } from './shared_means.tsx';
import { StepForward, SupportForm } from './steering.tsx';
import { type Cluster, useCluster } from './use_clusters.ts';

export function ClusterScreen() {
  const { id } = useParams({ from: '/partager/clusters/$id' });
  return (
    <Loaded from={useCluster(id)}>{(cluster, can) => <Shown cluster={cluster} can={can} />}</Loaded>
  );
}

function Shown({ cluster, can }: { cluster: Cluster; can: Can }) {
  const { programme, homes, support } = cluster;
  const mine = homes.filter((home) => can(`speak:${home.place_id}`));
  return (
    <>
      <PageHead
        room="share"
        where={t('clusters.where')}
        title={programme.title}
        lead={support?.theme}
        facts={t('clusters.lead', {
          place: cluster.place_name,
          day: fullDay(programme.started_on),
        })}
      />
      <div className="stack-xl">
        <SessionLine cluster={cluster} />
        <Section title={t('clusters.homes.title')}>
          {homes.length === 0 ? (
            <EmptyState title={t('clusters.homes.none')} icon="home">
              {t('clusters.homes.none_next')}
            </EmptyState>
          ) : (
            <HomesTable cluster={cluster} />
          )}
        </Section>
        {mine.length > 0 && (
          <div className="stack">
            {mine.map((home) => (
              <HomeForms key={home.place_id} id={programme.id} home={home} />
            ))}
          </div>
        )}
        <div className="cols">
          <SessionPart cluster={cluster} />
          <SharedMeans cluster={cluster} />
        </div>
        {(can('facilitate') || can('lead')) && (
          <Section title={t('clusters.facilitate')}>
            <div className="row">
              {can('facilitate') && cluster.next_session && (
                <Reminders id={programme.id} count={homes.length} />
              )}
              {can('facilitate') && <StepForward cluster={cluster} />}
            </div>
            {can('lead') && <PlanSession cluster={cluster} />}
            {can('facilitate') && <SupportForm cluster={cluster} />}
          </Section>
        )}
        <p>
          <TextLink href={`/journal/${programme.id}`}>{t('audit.open')}</TextLink>
        </p>
      </div>
    </>
  );
}
