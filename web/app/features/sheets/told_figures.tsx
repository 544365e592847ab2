// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/told_figures.tsx
//
// What the experiments of a sheet had counted when this version was written: each figure with its chart, its sentence, its
// definition and the number of people; the journal of the experiment stays at home.

import { Section, Sheet } from '#ui';
import { fullDay, t } from '#words';
import { CountedFigure } from '../experiments/indicators.tsx';
import { JointReading } from '../experiments/together/joint_reading.tsx';
import '../experiments/together/together.css';
import type { SheetView, ToldExperiments } from './use_sheets.ts';

export function ToldFigures({ view }: { view: SheetView }) {
  // What another version, put to the colleges, would let out is read before anybody says yes to it.
  const asked = view.passages.find(({ number }) => number !== view.version)?.figures ?? null;
  return (
    <>
      {view.figures && <Told figures={view.figures} />}
      {asked && <Told figures={asked} isAsked />}
    </>
  );
}

interface ToldProps {
  figures: ToldExperiments;
  isAsked?: boolean;
}

function Told({ figures: { experiments, taken_on, number }, isAsked }: ToldProps) {
  const day = fullDay(taken_on);
  return (
    <Section title={isAsked ? t('sheets.figures.asked', { number }) : t('sheets.figures.title')}>
      <p className="soft read">{t('sheets.figures.taken', { day })}</p>
      {experiments.map((experiment) => (
        <div key={experiment.id} className="stack-l">
          <h3>
            {t('sheets.figures.of', {
              title: experiment.title,
              dates: t('experiments.dates', {
                from: fullDay(experiment.starts_on),
                to: fullDay(experiment.ends_on),
              }),
            })}
          </h3>
          {experiment.indicators.length === 0 ? (
            <p className="soft read">{t('sheets.figures.none')}</p>
          ) : (
            <JointReading joint={experiment.joint} />
          )}
          {experiment.indicators.map((item) => (
            <Sheet key={item.indicator.id}>
              <CountedFigure item={item} events={[]} />
            </Sheet>
          ))}
        </div>
      ))}
    </Section>
  );
}
