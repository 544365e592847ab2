// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/session_line.tsx
//
// The path as a line of numbered knots: held, under way, to come. A knot says it in words too.

import { inLanguage } from '#app/pack_text.ts';
import { Section } from '#ui';
import { fullDay, t } from '#words';
import { stateOfStep } from './path_of.ts';
import type { Cluster } from './use_clusters.ts';

export function SessionLine({ cluster }: { cluster: Cluster }) {
  return (
    <Section title={t('clusters.sessions.title')}>
      <ol className="session-line">
        {cluster.steps.map((step, index) => {
          const state = stateOfStep(cluster, index);
          const session = cluster.sessions.find((each) => each.step_key === step.key);
          return (
            <li
              key={step.key}
              className={`is-${state}`}
              aria-current={state === 'next' ? 'step' : undefined}
            >
              <span className="session-number">{index + 1}</span>
              <b>{inLanguage(step.title)}</b>
              <span className="small soft">
                {t(`clusters.sessions.${state}`)}
                {session?.held_on && <>, {fullDay(session.held_on)}</>}
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
