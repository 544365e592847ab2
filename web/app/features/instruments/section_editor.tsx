// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/section_editor.tsx
//
// One part of a questionnaire: its title, its questions in order, the one that is open.

import type { Instrument, Language, Question, QuestionType } from '#form/instrument.ts';
import { Button, Select, Sheet, Tag } from '#ui';
import { t } from '#words';
import { ConditionEditor } from './condition_editor.tsx';
import { askedBefore, inWords } from './conditions.ts';
import {
  addQuestion,
  moved,
  withQuestion,
  withSection,
  withSections,
  withType,
  without,
} from './edit.ts';
import { question_types, QuestionEditor } from './question_editor.tsx';
import { type Troubles, ofWording, under } from './troubles.ts';
import { WordingField } from './wording_field.tsx';

interface SectionEditorProps {
  instrument: Instrument;
  at: number;
  troubles: Troubles;
  language: Language;
  /** The code of the question that is open, if any. */
  open: string | null;
  onOpen: (code: string | null) => void;
  onChange: (instrument: Instrument, field?: string) => void;
  /** Told with the way back: « Question retirée. » */
  onRemoved: (message: string) => void;
}

export function SectionEditor(props: SectionEditorProps) {
  const { instrument, at, troubles, language, open, onOpen, onChange, onRemoved } = props;
  const section = instrument.sections[at];
  if (!section) return null;
  const pointer = `/sections/${at}`;
  const questions = (change: (all: readonly Question[]) => readonly Question[]) =>
    onChange(
      withSection(instrument, at, (each) => ({ ...each, questions: change(each.questions) })),
    );
  const add = (type: QuestionType | '') => {
    if (type === '') return;
    const next = addQuestion(instrument, at, type);
    onChange(next);
    onOpen(next.sections[at]?.questions.at(-1)?.code ?? null);
  };
  return (
    <Sheet title={t('instruments.section.title', { number: at + 1 })}>
      <WordingField
        label={t('instruments.section.name')}
        value={section.title}
        languages={instrument.languages}
        errors={ofWording(troubles, `${pointer}/title`)}
        onChange={(title, spoken) =>
          onChange(
            withSection(instrument, at, (each) => ({ ...each, title })),
            `${section.code}.title.${spoken}`,
          )
        }
      />
      {(at > 0 || section.show_if != null) && (
        <ConditionEditor
          value={section.show_if}
          asked={askedBefore(instrument, language, at)}
          language={language}
          error={troubles.get(`${pointer}/show_if`)}
          onChange={(show_if) =>
            onChange(withSection(instrument, at, (each) => ({ ...each, show_if })))
          }
        />
      )}
      {section.questions.length === 0 && <p className="soft">{t('instruments.section.empty')}</p>}
      <ol className="question-list">
        {section.questions.map((question, index) => (
          <li key={question.code} id={`question-${question.code}`} className="stack">
            <QuestionHead
              instrument={instrument}
              question={question}
              language={language}
              number={index + 1}
              troubles={under(troubles, `${pointer}/questions/${index}`)}
              asked={askedBefore(instrument, language, at, index)}
              isOpen={open === question.code}
              onToggle={() => onOpen(open === question.code ? null : question.code)}
              isFirst={index === 0}
              isLast={index === section.questions.length - 1}
              onMove={(by) => questions((all) => moved(all, index, by))}
              onRemove={() => {
                questions((all) => without(all, index));
                onRemoved(t('instruments.question.removed'));
              }}
            />
            {open === question.code && (
              <QuestionEditor
                instrument={instrument}
                question={question}
                place={{ section: at, question: index }}
                pointer={`${pointer}/questions/${index}`}
                troubles={troubles}
                language={language}
                onType={(type) =>
                  onChange(withType(instrument, { section: at, question: index }, type))
                }
                onChange={(part, field) =>
                  onChange(
                    withQuestion(instrument, { section: at, question: index }, (each) => ({
                      ...each,
                      ...part,
                    })),
                    field,
                  )
                }
              />
            )}
          </li>
        ))}
      </ol>
      <div className="row">
        <Select
          label={t('instruments.question.add')}
          options={question_types.map((type) => ({
            value: type,
            label: t(`instruments.type.${type}`),
          }))}
          value=""
          onChange={add}
        />
      </div>
      <div className="row">
        {at > 0 && (
          <Button
            kind="quiet"
            aria-label={t('instruments.section.up_one', { number: at + 1 })}
            onPress={() => onChange(withSections(instrument, (all) => moved(all, at, -1)))}
          >
            {t('instruments.section.up')}
          </Button>
        )}
        <Button
          kind="quiet"
          icon="close"
          aria-label={t('instruments.section.remove_one', { number: at + 1 })}
          onPress={() => {
            onChange(withSections(instrument, (all) => without(all, at)));
            onRemoved(t('instruments.section.removed'));
          }}
        >
          {t('instruments.section.remove')}
        </Button>
      </div>
    </Sheet>
  );
}

interface QuestionHeadProps {
  instrument: Instrument;
  question: Question;
  language: Language;
  number: number;
  troubles: readonly string[];
  asked: ReturnType<typeof askedBefore>;
  isOpen: boolean;
  isFirst: boolean;
  isLast: boolean;
  onToggle: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function QuestionHead(props: QuestionHeadProps) {
  const { question, language, number, troubles, asked, isOpen, onToggle, onMove, onRemove } = props;
  const words = question.text[language] || question.text.fr || t('instruments.question.unwritten');
  return (
    <div className="question-head stack">
      <p className="question-words">
        <span className="soft">{number}.</span> {words}
      </p>
      <p className="row small soft">
        <Tag>{t(`instruments.type.${question.type}`)}</Tag>
        {question.rows && (
          <span>{t('instruments.rows.count', { count: question.rows.length })}</span>
        )}
        {question.show_if != null && (
          <span>
            {t('instruments.condition.if', { what: inWords(question.show_if, asked, language) })}
          </span>
        )}
      </p>
      {troubles.length > 0 && !isOpen && (
        <p className="error small">{t('instruments.trouble.count', { count: troubles.length })}</p>
      )}
      <div className="row">
        <Button
          icon="down"
          isPressed={isOpen}
          aria-label={t(
            isOpen ? 'instruments.question.close_one' : 'instruments.question.open_one',
            {
              number,
            },
          )}
          onPress={onToggle}
        >
          {t(isOpen ? 'instruments.question.close' : 'instruments.question.open')}
        </Button>
        {!props.isFirst && (
          <Button
            kind="quiet"
            aria-label={t('instruments.question.up_one', { number })}
            onPress={() => onMove(-1)}
          >
            {t('instruments.up')}
          </Button>
        )}
        {!props.isLast && (
          <Button
            kind="quiet"
            aria-label={t('instruments.question.down_one', { number })}
            onPress={() => onMove(1)}
          >
            {t('instruments.down')}
          </Button>
        )}
        <Button
          kind="quiet"
          icon="close"
          aria-label={t('instruments.question.remove_one', { number })}
          onPress={onRemove}
        >
          {t('instruments.remove')}
        </Button>
      </div>
    </div>
  );
}
