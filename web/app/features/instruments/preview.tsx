// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/preview.tsx
//
// How a questionnaire looks to whoever answers it: the very form they will have, in the width of a phone. Nothing is kept.

import { useEffect, useRef, useState } from 'react';
import { createForm } from '#form/form.ts';
import type { Instrument, Language } from '#form/instrument.ts';
import { Button, Choice, Plank } from '#ui';
import { t } from '#words';
import { spokenLanguage } from './read.tsx';

interface PreviewProps {
  instrument: Instrument;
  /** What does not hold together cannot be answered. */
  holdsTogether: boolean;
}

export function Preview({ instrument, holdsTogether }: PreviewProps) {
  const [language, setLanguage] = useState<Language>(spokenLanguage(instrument));
  const [round, setRound] = useState(0);
  const [isDone, setIsDone] = useState(false);
  const again = () => {
    setIsDone(false);
    setRound((before) => before + 1);
  };
  return (
    <Plank title={t('instruments.preview.title')}>
      {!holdsTogether ? (
        <p>{t('instruments.preview.not_yet')}</p>
      ) : (
        <>
          <p className="small soft">{t('instruments.preview.lead')}</p>
          {instrument.languages.length > 1 && (
            <Choice
              label={t('instruments.preview.language')}
              isSideBySide
              options={instrument.languages.map((each) => ({
                value: each,
                label: t(`instruments.language.${each}`),
              }))}
              value={language}
              onChange={setLanguage}
            />
          )}
          <div className="preview-phone" lang={language}>
            {isDone ? (
              <p>{t('instruments.preview.done')}</p>
            ) : (
              <Answered
                key={`${round} ${language}`}
                instrument={instrument}
                language={language}
                onDone={() => setIsDone(true)}
              />
            )}
          </div>
          <div className="row">
            <Button icon="undo" onPress={again}>
              {t('instruments.preview.again')}
            </Button>
          </div>
        </>
      )}
    </Plank>
  );
}

interface AnsweredProps {
  instrument: Instrument;
  language: Language;
  onDone: () => void;
}

function Answered({ instrument, language, onDone }: AnsweredProps) {
  const place = useRef<HTMLDivElement>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  }, [onDone]);
  useEffect(() => {
    let isGone = false;
    let takeAway: (() => void) | undefined;
    void import('#form/view/index.ts').then(async ({ loadFormWords, mountForm }) => {
      await loadFormWords(language);
      if (isGone || place.current === null) return;
      takeAway = mountForm(place.current, {
        form: createForm(instrument),
        language,
        onChange: () => undefined,
        onDone: () => done.current(),
      });
    });
    return () => {
      isGone = true;
      takeAway?.();
    };
  }, [instrument, language]);
  return <div ref={place} />;
}

/** The preview behind a button, for a page that is there to be read. */
export function TriedOnAPhone({ instrument }: { instrument: Instrument }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="stack">
      <p>
        <Button icon="eye" isPressed={isOpen} onPress={() => setIsOpen((before) => !before)}>
          {t('instruments.preview.open')}
        </Button>
      </p>
      {isOpen && <Preview instrument={instrument} holdsTogether />}
    </div>
  );
}
