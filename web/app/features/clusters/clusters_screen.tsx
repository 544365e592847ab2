// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/clusters_screen.tsx
//
// The clusters one walks, and those one's establishment may join.

import { type Can, Loaded } from '#app/api/loaded.tsx';
import { useSession } from '#app/session.ts';
import { EmptyState, PageHead, Sheet, TextLink } from '#ui';
import { fullDay, t } from '#words';
import { JoinForm } from './join_form.tsx';
import { type ClusterLine, useClusters } from './use_clusters.ts';

export function ClustersScreen() {
  return (
    <>
      <PageHead room="share" title={t('clusters.index.title')} lead={t('clusters.index.lead')} />
      <Loaded from={useClusters()}>
        {({ items }, can) =>
          items.length === 0 ? (
            <EmptyState icon="home" title={t('clusters.index.none')}>
              <p>{t('clusters.index.none_next')}</p>
            </EmptyState>
          ) : (
            <div className="stack-xl">
              {items.map((line) => (
                <Line key={line.id} line={line} can={can} />
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function Line({ line, can }: { line: ClusterLine; can: Can }) {
  const session = useSession();
  const places = new Map(
    (session.data?.data.account?.mandates ?? []).map(({ place_id, place_name }) => [
      place_id,
      place_name,
    ]),
  );
  const joining = [...places].filter(([place]) => can(`join:${line.id}:${place}`));
  return (
    <Sheet title={line.title}>
      <p>{line.theme}</p>
      <p className="soft">
        {t('clusters.lead', { place: line.place_name, day: fullDay(line.started_on) })}
      </p>
      {line.homes.length > 0 && (
        <>
          <p className="soft">{t('clusters.index.homes')}</p>
          <ul className="bullets">
            {line.homes.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {joining.length === 0 ? (
        <p>
          <TextLink href={`/partager/clusters/${line.id}`}>{t('clusters.index.open')}</TextLink>
        </p>
      ) : (
        joining.map(([place, name]) => (
          <JoinForm key={place} id={line.id} place={place} name={name} />
        ))
      )}
    </Sheet>
  );
}
