// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/ask_passage.tsx
//
// Asking the colleges for the next phase: whom, for how long, and what is on the table before. A refusal stays
// readable: it is a result.

import { inLanguage } from '#app/pack_text.ts';
import { Sheet, type State, StateMark, TextLink } from '#ui';
import { findWord, plainDay, t } from '#words';
import { DraftForm } from './draft_form.tsx';
import { type PassageView, useAskPassage } from './use_programmes.ts';

interface AskPassageProps {
  programmeId: string;
  passage: PassageView;
  mayAsk: boolean;
}

export function AskPassage({ programmeId, passage, mayAsk }: AskPassageProps) {
  const ask = useAskPassage(programmeId);
  const isMissing = passage.needs.some(({ state }) => state === 'missing');
  return (
    <Sheet title={inLanguage(passage.title)}>
      <p className="read">
        {t('programmes.ask.lead', {
          colleges: names(passage.asked_of),
          days: passage.delay_days,
        })}
      </p>
      {passage.opinion_of.length > 0 && (
        <p className="read soft">
          {t('programmes.ask.opinions', { colleges: names(passage.opinion_of) })}
        </p>
      )}
      <h3>{t('programmes.ask.needs')}</h3>
      <ul className="lines">
        {passage.needs.map(({ code, state }) => (
          <li key={code} className="row need">
            {anchors[code] && state === 'missing' ? (
              <a className="link" href={anchors[code]}>
                {needName(code)}
              </a>
            ) : (
              <span>{needName(code)}</span>
            )}
            <StateMark state={marks[state]}>{t(`programmes.ask.need.${state}`)}</StateMark>
          </li>
        ))}
      </ul>
      {passage.needs.some(({ state }) => state === 'looked_at_together') && (
        <p className="small soft read">{t('programmes.ask.together')}</p>
      )}
      {mayAsk && (
        <DraftForm
          name={`programme:${programmeId}:ask:${passage.key}`}
          label={t('programmes.ask.submit')}
          fields={[
            {
              name: 'note',
              label:
                passage.attempts.length > 0
                  ? t('programmes.ask.note_again')
                  : t('programmes.ask.note'),
              kind: 'text',
              rows: 2,
              length_max: 2000,
            },
          ]}
          base={null}
          valuesOf={() => ({ note: '' })}
          toBody={({ note }) => ({ passage: passage.key, note: note.trim() })}
          send={ask}
          submit={t('programmes.ask.submit')}
          onDone={() => undefined}
          isAlwaysOpen
        />
      )}
      {isMissing && <p className="soft">{t('programmes.ask.not_yet')}</p>}
      <Earlier passage={passage} />
    </Sheet>
  );
}

const marks: Record<PassageView['needs'][number]['state'], State> = {
  written: 'done',
  missing: 'to_come',
  looked_at_together: 'under_way',
};

/** These are written on this very page. */
const anchors: Record<string, string> = {
  stakes: '#enjeux',
  perimeter: '#enjeux',
  committee: '#enjeux',
  means: '#moyens',
};

function needName(code: string): string {
  return findWord(`programmes.need.${code}`) ?? code;
}

function names(kinds: PassageView['asked_of']): string {
  return kinds.map((kind) => t(`people.college.${kind}`)).join(', ');
}

function Earlier({ passage }: { passage: PassageView }) {
  const closed = passage.attempts.filter(
    ({ state }) => state === 'refused' || state === 'withdrawn',
  );
  if (closed.length === 0) return null;
  return (
    <div className="stack">
      <h3>{t('programmes.ask.earlier')}</h3>
      <ul className="lines small">
        {closed.map((gate) => (
          <li key={gate.id}>
            <TextLink href={`/portes/${gate.id}`}>
              {t(`programmes.ask.attempt.${gate.state === 'refused' ? 'refused' : 'withdrawn'}`, {
                number: gate.attempt,
                day: plainDay(gate.asked_on),
              })}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
