// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/experiment_screen.tsx
//
// The experiment on one page: what we think and for whom, figures with their base, what happened meanwhile, what was
// heard, the means, and the shared conclusion.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { Facts, LinkButton, PageHead, Plank, Sheet, TextLink } from '#ui';
import { fullDay, t } from '#words';
import { ObjectThread } from '../thread/index.ts';
import { Agreement } from './agreement.tsx';
import { ConclusionPart } from './conclusion.tsx';
import { EndPart } from './end_part.tsx';
import './experiments.css';
import { Indicators } from './indicators.tsx';
import { Heard, Journal } from './journal.tsx';
import { Reservations } from './reservations.tsx';
import { ExperimentState } from './state.tsx';
import { OtherViews } from './together/links.tsx';
import { type ExperimentView, useExperiment } from './use_experiments.ts';

export function ExperimentScreen() {
  const { id } = useParams({ from: '/essayer/$id' });
  const experiment = useExperiment(id);
  return (
    <Loaded from={experiment}>
      {(view, can) => (
        <>
          <PageHead
            room="try"
            where={view.place_name}
            title={view.experiment.title}
            facts={<ExperimentState {...view.experiment} state={view.state} />}
            thread={<ObjectThread kind="experiment" id={id} />}
            actions={<OtherViews experiment={view.experiment} />}
          />
          <div className="stack-xl">
            <CanvasSheet view={view} mayWrite={can('write')} />
            <Agreement view={view} can={can} />
            <div className="cols wide-side">
              <div className="stack-xl">
                <Indicators view={view} mayFollow={can('follow')} mayCount={can('count')} />
                <ConclusionPart view={view} mayConclude={can('conclude')} mayTell={can('tell')} />
              </div>
              <aside className="stack-xl" aria-label={t('experiments.aside')}>
                <Journal view={view} mayFollow={can('follow')} />
                <Heard view={view} mayFollow={can('follow')} />
                <ExperimentMeans view={view} />
                <EndPart view={view} mayMove={can('write')} />
                <Reservations view={view} can={can} />
              </aside>
            </div>
            {view.experiment.from_kind && view.state !== 'under_way' && can('tell') && (
              <p className="row no-print">
                <LinkButton
                  href={`/essayer/nouveau?from_kind=conclusion&from_id=${view.conclusion?.id ?? ''}`}
                >
                  {t('experiments.try_again')}
                </LinkButton>
              </p>
            )}
          </div>
        </>
      )}
    </Loaded>
  );
}

function CanvasSheet({ view, mayWrite }: { view: ExperimentView; mayWrite: boolean }) {
  const { experiment } = view;
  const facts = (
    [
      'hypothesis',
      'care_stake',
      'work_stake',
      'perimeter',
      'with_whom',
      'way_back',
      'works_if',
      'harms_if',
      'why_not_smaller',
      'teams_asked',
    ] as const
  )
    .filter((name) => experiment[name])
    .map((name) => ({ label: t(`experiments.shown.${name}`), value: experiment[name] }));
  const dates = {
    label: t('experiments.shown.dates'),
    value: t('experiments.dates', {
      from: fullDay(experiment.starts_on),
      to: fullDay(experiment.ends_on),
    }),
  };
  return (
    <Sheet title={t('experiments.on_one_page')} isTitleHidden>
      <Facts columns={3} items={[...facts.slice(0, 5), dates, ...facts.slice(5)]} />
      {mayWrite && (
        <p className="no-print">
          <TextLink href={`/essayer/${experiment.id}/reprendre`}>
            {t('experiments.rewrite.open')}
          </TextLink>
        </p>
      )}
    </Sheet>
  );
}

/** « aucun » is an answer, and is shown. */
function ExperimentMeans({ view }: { view: ExperimentView }) {
  const { means } = view.experiment;
  const none = t('common.means.none');
  return (
    <Plank title={t('experiments.part.means')}>
      <Facts
        isSmall
        items={[
          { label: t('common.means.time'), value: means.time || none },
          {
            label: t('experiments.shown.replaced'),
            value: means.replaced || t('experiments.not_replaced'),
          },
          { label: t('common.means.money'), value: means.money || none },
          {
            label: t('common.means.until'),
            value: means.until_on ? fullDay(means.until_on) : t('common.means.no_end'),
          },
        ]}
      />
    </Plank>
  );
}
