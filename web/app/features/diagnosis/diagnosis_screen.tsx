// SPDX-License-Identifier: EUPL-1.2
// web/app/features/diagnosis/diagnosis_screen.tsx
//
// One page: the sentence, what helps before what hinders, the readings side by side with those that are missing, what
// is undecided, the axes, the perimeter; and where it stands with the colleges.

import { useParams } from '@tanstack/react-router';
import { collegeWord } from '#app/college_words.ts';
import { type Can, Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { Button, LinkButton, Notice, PageHead, Plank, ProblemNote, StateMark, TextLink } from '#ui';
import { fullDay, t } from '#words';
import {
  Comments,
  Lacks,
  OwnReadings,
  SectionShown,
  sectionOf,
  Sources,
  type SheetView,
  useSheet,
} from '../sheets/parts.ts';
import { ObjectThread } from '../thread/index.ts';
import './diagnosis.css';
import { useAskToPass } from './use_diagnoses.ts';

export function DiagnosisScreen() {
  const { id } = useParams({ from: '/comprendre/diagnostic/$id' });
  const sheet = useSheet(id);
  return (
    <Loaded from={sheet}>
      {(view, can) => (
        <div className="diagnosis">
          <PageHead
            room="understand"
            where={inLanguage(view.template.title)}
            title={view.contents.title}
            facts={
              <>
                <Standing view={view} />
                <span>
                  {t('sheets.version_of', { number: view.version, day: fullDay(view.written_on) })}
                </span>
              </>
            }
            thread={<ObjectThread kind="sheet" id={id} />}
          />
          <div className="cols">
            <div className="stack-xl">
              <OnePage view={view} />
              <OwnReadings view={view} can={can} />
              <Comments view={view} mayComment={can('comment')} />
            </div>
            <aside className="stack-xl no-print" aria-label={t('sheets.aside')}>
              <Passage view={view} can={can} />
              <Sources view={view} />
            </aside>
          </div>
        </div>
      )}
    </Loaded>
  );
}

function Standing({ view }: { view: SheetView }) {
  if (view.settled_on)
    return (
      <StateMark state="done">
        {t('diagnosis.state.settled', { day: fullDay(view.settled_on) })}
      </StateMark>
    );
  return (
    <StateMark state="under_way">
      {t('diagnosis.state.shared', { day: fullDay(view.written_on) })}
    </StateMark>
  );
}

function Part({ view, name }: { view: SheetView; name: string }) {
  const section = view.template.sections.find((each) => each.key === name);
  const content = view.contents.sections.find((each) => each.key === name);
  if (section === undefined) return null;
  return (
    <section className="stack">
      <h2>{inLanguage(section.title)}</h2>
      {content ? (
        <SectionShown section={section} content={content} />
      ) : (
        <p className="soft">{t('diagnosis.not_written')}</p>
      )}
    </section>
  );
}

function OnePage({ view }: { view: SheetView }) {
  const sentence = sectionOf(view.contents, 'sentence').text;
  return (
    <article className="sheet stack-l">
      {sentence && <p className="diagnosis-sentence">{sentence}</p>}
      <div className="two-sides">
        <Part view={view} name="helps" />
        <Part view={view} name="hinders" />
      </div>
      <Readings view={view} />
      <Part view={view} name="undecided" />
      <Axes view={view} />
      <div className="two-sides">
        <Part view={view} name="perimeter" />
        <Part view={view} name="outside" />
      </div>
      <Part view={view} name="who_was_not_heard" />
    </article>
  );
}

/** Side by side, never merged; a college that has not written shows. */
function Readings({ view }: { view: SheetView }) {
  const section = view.template.sections.find((each) => each.key === 'readings');
  const { readings } = sectionOf(view.contents, 'readings');
  if (section === undefined) return null;
  return (
    <section className="stack">
      <h2>{inLanguage(section.title)}</h2>
      <div className="diagnosis-readings">
        {view.template.writers.map((college) => {
          const words = readings.find((each) => each.college === college)?.words.trim();
          return (
            <div
              key={college}
              className={words ? 'diagnosis-reading' : 'diagnosis-reading is-missing'}
            >
              <p className="label">{collegeWord(college)}</p>
              {words ? (
                <p className="voice">{words}</p>
              ) : (
                <p className="soft">{t('diagnosis.reading_missing')}</p>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Axes({ view }: { view: SheetView }) {
  const section = view.template.sections.find((each) => each.key === 'axes');
  const axes = sectionOf(view.contents, 'axes').items.filter((item) => item.trim() !== '');
  if (section === undefined) return null;
  return (
    <section className="stack">
      <h2>{inLanguage(section.title)}</h2>
      {axes.length === 0 && <p className="soft">{t('diagnosis.not_written')}</p>}
      <ol className="axes">
        {axes.map((axis, index) => (
          <li key={axis} className="stack">
            <p className="axis">{axis}</p>
            {view.settled_on && (
              <TextLink
                className="small no-print"
                href={`/essayer/nouveau?from_kind=axis&from_id=${view.id}-${index + 1}`}
              >
                {t('diagnosis.try_axis')}
              </TextLink>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Passage({ view, can }: { view: SheetView; can: Can }) {
  const ask = useAskToPass(view.id);
  const gate = view.passages.find((passage) => passage.passage.startsWith('diagnosis'));
  const isPassed = view.settled_version === view.version;
  return (
    <Plank title={t('diagnosis.passage.title')}>
      <p className="small">{t('diagnosis.passage.lead')}</p>
      {gate && (
        <p>
          <StateMark state="under_way">
            <TextLink href={`/portes/${gate.gate_id}`}>
              {t('sheets.readers.asked', { number: gate.number, day: fullDay(gate.asked_on) })}
            </TextLink>
          </StateMark>
        </p>
      )}
      {isPassed && view.settled_on && (
        <StateMark state="done">
          {t('diagnosis.state.settled', { day: fullDay(view.settled_on) })}
        </StateMark>
      )}
      {view.settled_version != null && !isPassed && !gate && (
        <Notice>{t('diagnosis.passage.changed', { number: view.settled_version })}</Notice>
      )}
      {can('write') && (
        <p>
          <LinkButton href={`/partager/${view.id}/ecrire`}>{t('diagnosis.write')}</LinkButton>
        </p>
      )}
      <ProblemNote problem={ask.error}>
        <Lacks view={view} problem={ask.error} />
      </ProblemNote>
      {can('widen') && !gate && !isPassed && (
        <p>
          <Button
            kind="main"
            isBusy={ask.isPending}
            onPress={() => ask.mutate({ to: 'establishment', note: '' })}
          >
            {t('diagnosis.passage.ask')}
          </Button>
        </p>
      )}
      <p>
        <Button kind="quiet" icon="print" onPress={() => window.print()}>
          {t('sheets.print.a4')}
        </Button>
      </p>
    </Plank>
  );
}
