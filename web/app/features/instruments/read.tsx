// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/read.tsx
//
// A questionnaire to be read before anybody answers it: every question with what can be answered, when it is asked, and whose
// words these are.

import { type Instrument, type Language, optionsOf, type Question } from '#form/instrument.ts';
import { Facts, Plank, Section, Tag } from '#ui';
import { currentLanguage, t } from '#words';
import { askedBefore, inWords } from './conditions.ts';

/** The reader's language where the questionnaire speaks it, else the first it speaks. */
export function spokenLanguage(instrument: Instrument): Language {
  const mine = currentLanguage();
  return instrument.languages.includes(mine) ? mine : (instrument.languages[0] ?? 'fr');
}

export function InstrumentRead({ instrument }: { instrument: Instrument }) {
  const language = spokenLanguage(instrument);
  const { rights } = instrument;
  return (
    <div className="stack-xl">
      {instrument.intro && <p className="read">{instrument.intro[language]}</p>}
      {instrument.sections.map((section, at) => (
        <Section key={section.code} title={section.title[language]}>
          {section.show_if != null && (
            <p className="small soft">
              {t('instruments.condition.if', {
                what: inWords(section.show_if, askedBefore(instrument, language, at), language),
              })}
            </p>
          )}
          <ol className="question-list">
            {section.questions.map((question, index) => (
              <li key={question.code} className="stack">
                <QuestionRead
                  instrument={instrument}
                  question={question}
                  language={language}
                  when={
                    question.show_if == null
                      ? null
                      : inWords(
                          question.show_if,
                          askedBefore(instrument, language, at, index),
                          language,
                        )
                  }
                />
              </li>
            ))}
          </ol>
        </Section>
      ))}
      <Plank title={t('instruments.rights.title')}>
        <Facts
          items={[
            { label: t('instruments.rights.licence'), value: rights.licence },
            { label: t('instruments.rights.source'), value: rights.source },
            {
              label: t('instruments.rights.state'),
              value: t(`instruments.validation_long.${instrument.validation}`),
            },
          ]}
        />
      </Plank>
    </div>
  );
}

function QuestionRead({
  instrument,
  question,
  language,
  when,
}: {
  instrument: Instrument;
  question: Question;
  language: Language;
  when: string | null;
}) {
  const options = optionsOf(instrument, question);
  return (
    <>
      <p className="question-words">{question.text[language]}</p>
      {question.help && <p className="small soft">{question.help[language]}</p>}
      {question.rows && (
        <ul className="row-list">
          {question.rows.map((row) => (
            <li key={row.code}>{row.text[language]}</li>
          ))}
        </ul>
      )}
      {options.length > 0 && (
        <p className="small soft">{options.map((option) => option.label[language]).join(' · ')}</p>
      )}
      <p className="row small soft">
        <Tag>{t(`instruments.type.${question.type}`)}</Tag>
        {question.sensitivity === 'sensitive' && <Tag>{t('instruments.sensitive')}</Tag>}
        {when !== null && <span>{t('instruments.condition.if', { what: when })}</span>}
      </p>
    </>
  );
}
