// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/conclusion.tsx
//
// The shared conclusion as it was said; before it, the way to the session. Four outcomes, one shape.

import { Facts, LinkButton, Notice, Sheet } from '#ui';
import { fullDay, t } from '#words';
import { SessionGoesOn } from './session/outside.tsx';
import { Readings, Sentences } from './shared_look.tsx';
import { outcomeWord, waitsForColleges } from './state.tsx';
import type { ExperimentView } from './use_experiments.ts';

interface Props {
  view: ExperimentView;
  mayConclude: boolean;
  mayTell: boolean;
}

export function ConclusionPart({ view, mayConclude, mayTell }: Props) {
  const { conclusion, experiment } = view;
  if (!conclusion)
    return (
      <Sheet title={t('experiments.conclusion.title')}>
        <p className="soft read">
          {waitsForColleges(view.state)
            ? t('experiments.conclusion.not_agreed')
            : t('experiments.conclusion.to_come', { day: fullDay(experiment.ends_on) })}
        </p>
        <SessionGoesOn id={experiment.id} />
        {mayConclude && (
          <p className="row no-print">
            <LinkButton href={`/essayer/${experiment.id}/bilan`} kind="main">
              {t(view.review ? 'experiments.conclusion.go_on' : 'experiments.conclusion.open')}
            </LinkButton>
            <LinkButton href={`/essayer/${experiment.id}/seance`}>
              {t('evaluation_session.link')}
            </LinkButton>
          </p>
        )}
      </Sheet>
    );
  if (view.state === 'given_up')
    return (
      <Sheet
        title={t('experiments.conclusion.given_up', { day: fullDay(conclusion.concluded_on) })}
      >
        <p className="voice group-words">{conclusion.words}</p>
      </Sheet>
    );
  return (
    <Sheet title={t('experiments.conclusion.held', { day: fullDay(conclusion.concluded_on) })}>
      <p className="says">{outcomeWord(conclusion.outcome)}</p>
      <p className="voice group-words">{conclusion.words}</p>
      {conclusion.disagreement && (
        <Notice>
          <p className="label">{t('experiments.conclusion.disagreement')}</p>
          <p>{conclusion.disagreement}</p>
        </Notice>
      )}
      <Facts
        columns={2}
        items={[
          {
            label: t('experiments.conclusion.learnt'),
            value: conclusion.learnt || t('common.means.none'),
          },
          {
            label: t('experiments.conclusion.would_need'),
            value: conclusion.would_need || t('common.means.none'),
          },
        ]}
      />
      <ReviewPart view={view} />
      {mayTell && (
        <p className="row no-print">
          <LinkButton
            href={`/partager/nouvelle?from_kind=experiment&from_id=${experiment.id}`}
            icon="sheet"
            kind="main"
          >
            {t('experiments.conclusion.tell')}
          </LinkButton>
        </p>
      )}
    </Sheet>
  );
}

function ReviewPart({ view }: { view: ExperimentView }) {
  const { review } = view;
  if (!review) return null;
  return (
    <div className="stack">
      <h3>
        {t('experiments.review.done', { count: review.people, day: fullDay(review.held_on) })}
      </h3>
      <p>{t('experiments.review.looked_at', { activities: review.activities.join(' · ') })}</p>
      {review.look && (
        <>
          <p className="soft">{t(`evaluation_session.look_part.${review.look.by}`)}</p>
          <Readings look={review.look} />
          <Sentences look={review.look} />
        </>
      )}
      {(['effectiveness', 'technical', 'social'] as const).map((name) => (
        <div key={name} className="before-after">
          <h4>{t(`experiments.review.${name}`)}</h4>
          <div>
            <p className="label">{t('experiments.review.before')}</p>
            <p>{review[name].before || t('experiments.review.not_said')}</p>
          </div>
          <div>
            <p className="label">{t('experiments.review.after')}</p>
            <p>{review[name].after || t('experiments.review.not_said')}</p>
          </div>
        </div>
      ))}
    </div>
  );
}
