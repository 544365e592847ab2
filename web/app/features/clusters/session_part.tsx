// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/session_part.tsx
//
// The session that comes: when, where, what to prepare, what the path proposes; and the minutes of those held.

import { inLanguage } from '#app/pack_text.ts';
import { Section } from '#ui';
import { fullDay, t } from '#words';
import type { Cluster } from './use_clusters.ts';

type Session = Cluster['sessions'][number];

export function SessionPart({ cluster }: { cluster: Cluster }) {
  const next = cluster.sessions.find((session) => session.id === cluster.next_session);
  const noted = cluster.sessions.filter((session) => session.ideas);
  return (
    <div className="stack-l">
      {next ? (
        <Next cluster={cluster} session={next} />
      ) : (
        <Section title={t('clusters.prepare.title_none')}>
          <p className="soft">{t('clusters.prepare.none')}</p>
        </Section>
      )}
      {noted.map((session) => (
        <details key={session.id}>
          <summary>{t('clusters.prepare.ideas', { session: session.subject })}</summary>
          <p className="as-written">{session.ideas}</p>
        </details>
      ))}
    </div>
  );
}

function Next({ cluster, session }: { cluster: Cluster; session: Session }) {
  const hours = [session.starts_at, session.ends_at].filter(Boolean).join(' – ');
  const facts = [session.place_text, hours].filter(Boolean).join(', ');
  const prepare = (session.to_prepare ?? '').split('\n').filter((line) => line.trim());
  return (
    <Section
      title={t('clusters.prepare.title', { day: session.held_on ? fullDay(session.held_on) : '' })}
    >
      <p>
        <b>{session.subject}</b>
        {facts !== '' && (
          <>
            <br />
            {facts}
          </>
        )}
      </p>
      {prepare.length === 0 ? (
        <p className="soft">{t('clusters.prepare.nothing')}</p>
      ) : (
        <ul className="bullets">
          {prepare.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>
        <a
          className="btn quiet"
          href={`/api/programmes/${cluster.programme.id}/sessions/${session.id}/session.ics`}
          download
        >
          {t('clusters.to_diary')}
        </a>
      </p>
      <Agenda cluster={cluster} step_key={session.step_key} />
    </Section>
  );
}

/** What the path proposes for that step. */
function Agenda({ cluster, step_key }: { cluster: Cluster; step_key: string }) {
  const step = cluster.steps.find((each) => each.key === step_key);
  if (step === undefined) return null;
  return (
    <details>
      <summary>{t('clusters.prepare.kit')}</summary>
      <p>{inLanguage(step.aim)}</p>
      <ul className="bullets">
        {step.sessions.flatMap((session) =>
          session.agenda.map((line) => <li key={line.fr}>{inLanguage(line)}</li>),
        )}
      </ul>
      {step.guidance.map((line) => (
        <p key={line.fr}>{inLanguage(line)}</p>
      ))}
    </details>
  );
}
