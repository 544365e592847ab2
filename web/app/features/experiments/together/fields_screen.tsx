// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/fields_screen.tsx
//
// The three fields of a démarche, read together: what each experiment says of all three, the same on one time, and every figure
// in a table. Where something went as hoped and something the other way, that is said first. No sum, no order.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { Button, EmptyState, LinkButton, Notice, PageHead, Section, Sheet, TextLink } from '#ui';
import { fullDay, t } from '#words';
import { ExperimentState } from '../state.tsx';
import { letterOf } from './by_field.ts';
import { FieldsMap } from './fields_map.tsx';
import { FieldsTable } from './fields_table.tsx';
import { JointReading } from './joint_reading.tsx';
import './together.css';
import type { ExperimentInFields, FieldsView } from './types.ts';
import { useFields } from './use_fields.ts';

export function FieldsScreen() {
  const { programme } = useParams({ from: '/essayer/champs/$programme' });
  const view = useFields(programme);
  return (
    <Loaded from={view}>
      {(content) => (
        <>
          <PageHead
            room="try"
            where={
              <TextLink href={`/cadrer/${content.programme_id}`}>
                {content.programme_title}
              </TextLink>
            }
            title={t('together.title')}
            lead={t('together.lead')}
            actions={
              content.experiments.length > 0 && (
                <Button icon="print" onPress={() => window.print()}>
                  {t('together.print')}
                </Button>
              )
            }
          />
          {content.experiments.length === 0 ? (
            <Nothing programme={content.programme_id} />
          ) : (
            <Together view={content} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Nothing({ programme }: { programme: string }) {
  return (
    <EmptyState
      icon="try"
      title={t('together.empty.title')}
      action={
        <>
          <LinkButton href="/essayer" kind="main">
            {t('together.empty.try')}
          </LinkButton>
          <LinkButton href={`/cadrer/${programme}`}>{t('together.empty.programme')}</LinkButton>
        </>
      }
    >
      <p>{t('together.empty.lead')}</p>
    </EmptyState>
  );
}

function Together({ view: { experiments } }: { view: FieldsView }) {
  const isCounted = experiments.some(({ indicators }) => indicators.length > 0);
  return (
    <div className="stack-xl together">
      <Section title={t('together.joint.title')}>
        <ol className="lines together-joint">
          {experiments.map((experiment, at) => (
            <li key={experiment.id} className="stack">
              <ExperimentHead experiment={experiment} letter={letterOf(at)} />
              <JointReading joint={experiment.joint} />
            </li>
          ))}
        </ol>
        <p className="soft read">{t('follow_up.why')}</p>
      </Section>
      {!isCounted && (
        <Notice>
          <p>{t('together.nothing_counted')}</p>
        </Notice>
      )}
      <Sheet title={t('together.map.title')}>
        <p className="soft read">{t('together.map.lead')}</p>
        <FieldsMap experiments={experiments} />
      </Sheet>
      <Section title={t('together.table.title')}>
        <FieldsTable experiments={experiments} />
      </Section>
    </div>
  );
}

function ExperimentHead({
  experiment,
  letter,
}: {
  experiment: ExperimentInFields;
  letter: string;
}) {
  return (
    <div className="together-head">
      <h3>
        <span className="letter" aria-hidden="true">
          {letter}
        </span>
        <TextLink href={`/essayer/${experiment.id}`}>{experiment.title}</TextLink>
      </h3>
      <p className="small soft">
        {experiment.place_name} ·{' '}
        {t('experiments.dates', {
          from: fullDay(experiment.starts_on),
          to: fullDay(experiment.ends_on),
        })}
      </p>
      <ExperimentState {...experiment} />
    </div>
  );
}
