// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/page_screen.tsx
//
// An experiment on one page, for a director or a committee that has five minutes: what is tried and why, what figures let one
// say, what was concluded, and what is theirs to decide or to give. One A4 sheet when printed.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { collegeWord } from '#app/college_words.ts';
import { useSession } from '#app/session.ts';
import { Button, type Fact, Facts, LinkButton, PageHead, Plank, Section } from '#ui';
import { type Day, fullDay, parisDay, shortDay, t } from '#words';
import { ObjectThread } from '../../thread/index.ts';
import { ExperimentState } from '../state.tsx';
import { PageConclusion } from './page_conclusion.tsx';
import { PageFigures } from './page_figures.tsx';
import './together.css';
import './page.css';
import type { OneExperiment } from './types.ts';
import { useOneExperiment } from './use_fields.ts';
import { whatIsYours } from './yours.ts';

export function PageScreen() {
  const { id } = useParams({ from: '/essayer/$id/page' });
  const view = useOneExperiment(id);
  const session = useSession();
  const today = session.data?.data.today ?? parisDay(new Date());
  return <Loaded from={view}>{(content) => <OnePage view={content} today={today} />}</Loaded>;
}

function OnePage({ view, today }: { view: OneExperiment; today: Day }) {
  const { experiment } = view;
  return (
    <div className="one-page">
      <PageHead
        room="try"
        where={t('together.page.where')}
        title={experiment.title}
        facts={
          <>
            <ExperimentState {...experiment} state={view.state} />
            <span>
              {t('together.page.place', {
                place: view.place_name,
                establishment: view.establishment_name,
              })}
            </span>
            <span>
              {t('experiments.dates', {
                from: fullDay(experiment.starts_on),
                to: fullDay(experiment.ends_on),
              })}
            </span>
          </>
        }
        thread={<ObjectThread kind="experiment" id={experiment.id} />}
        actions={
          <>
            <Button icon="print" kind="main" onPress={() => window.print()}>
              {t('together.print')}
            </Button>
            <LinkButton href={`/essayer/${experiment.id}`} kind="quiet">
              {t('together.page.whole')}
            </LinkButton>
          </>
        }
      />
      <p className="one-page-idea">{experiment.hypothesis}</p>
      <div className="one-page-columns">
        <aside className="stack-l" aria-label={t('together.page.aside')}>
          <Plank title={t('together.yours.title')}>
            <ul className="bullets one-page-yours">
              {whatIsYours(view, today).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Plank>
          <Section title={t('common.means.title')}>
            <Facts isSmall items={meansFacts(view)} />
          </Section>
          <Reservations view={view} />
        </aside>
        <div className="stack-l">
          <Facts columns={2} items={canvasFacts(view)} />
          <PageFigures view={view} />
          <PageConclusion view={view} />
        </div>
      </div>
      <p className="one-page-foot small soft">
        {t('follow_up.why')} {t('together.page.printed', { day: fullDay(today) })}
      </p>
    </div>
  );
}

function canvasFacts({ experiment }: OneExperiment): Fact[] {
  return [
    { label: t('experiments.shown.care_stake'), value: experiment.care_stake },
    { label: t('experiments.shown.work_stake'), value: experiment.work_stake },
    {
      label: t('together.page.perimeter'),
      value: `${experiment.perimeter} ${t('together.page.until', { day: fullDay(experiment.ends_on) })}`,
    },
    { label: t('experiments.shown.way_back'), value: experiment.way_back },
  ];
}

/** « aucun » is an answer, and is shown. */
function meansFacts({ experiment: { means } }: OneExperiment): Fact[] {
  const none = t('common.means.none');
  return [
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
  ];
}

function Reservations({ view: { reservations } }: { view: OneExperiment }) {
  return (
    <Section title={t('experiments.reservations.title')}>
      {reservations.length === 0 && (
        <p className="small soft">{t('experiments.reservations.none')}</p>
      )}
      {reservations.map(({ id, college_kind, joined_on, words }) => (
        <div key={id}>
          <p className="label">
            {collegeWord(college_kind)} · {shortDay(joined_on)}
          </p>
          <p className="small">{words}</p>
        </div>
      ))}
    </Section>
  );
}
