// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/tally_page.tsx
//
// Where somebody of a team counts, on a phone and without an account: one figure, what waits to leave, and why it is
// counted. Also when the network, the link or the figure's time is over; nothing that was counted is lost then.

/** @jsxImportSource preact */

import { useEffect } from 'preact/hooks';
import { Page } from '../page.tsx';
import { Icon, OtherLanguage, plainDay } from '../pieces.tsx';
import { currentLanguage, type Language } from '../words.ts';
import { CountingForm } from './counting.tsx';
import { dayWords } from './days.ts';
import { figureOf, figureText } from './figures.ts';
import { hasBegun, isSettled } from './kept.ts';
import { Pulse } from './pulse.tsx';
import { type TallyHere, todayHere, useTally } from './use_tally.ts';
import type { TallyView } from './view.ts';
import { Waiting } from './waiting.tsx';
import { speakTally, told, whyWaiting } from './words.ts';
import './tally.css';

/** As main.tsx goes there: what is drawn, and the words it takes. */
export function wayToTally(token: string) {
  return {
    speak: speakTally,
    draw: (onLanguage: (language: Language) => void) => (
      <TallyPage token={token} onLanguage={onLanguage} />
    ),
  };
}

interface TallyPageProps {
  token: string;
  onLanguage: (language: Language) => void;
}

function TallyPage({ token, onLanguage }: TallyPageProps) {
  const here = useTally(token);
  const { view, language } = here.kept;
  useEffect(() => {
    if (language !== undefined && language !== currentLanguage()) onLanguage(language);
  }, [language, onLanguage]);
  const otherLanguage = (
    <OtherLanguage
      onLanguage={(wanted) => here.change((kept) => ({ ...kept, language: wanted }))}
    />
  );

  if (here.lack === 'tally.link_not_valid' || view === undefined)
    return (
      <Page title={view?.title ?? told('tally.title')} under={view?.place_name}>
        <NotThere here={here} />
        <Waiting here={here} />
        {otherLanguage}
      </Page>
    );
  const isPast = todayHere(here.kept, view) > view.until;
  return (
    <Page title={view.title} under={view.place_name} establishment_id={view.establishment_id}>
      {isPast ? (
        <p class="voice">{told('tally.over_since', { day: plainDay(view.until) })}</p>
      ) : (
        !view.is_open && <p class="voice">{told('tally.over')}</p>
      )}
      {here.lack === 'network.offline' && (
        <p class="note" role="status">
          {told('tally.offline')}
        </p>
      )}
      {view.entry !== 'pulse' && <CountingForm here={here} view={view} />}
      {view.entry === 'pulse' && view.is_open && !isPast && <Pulse here={here} view={view} />}
      <Waiting here={here} />
      <Why view={view} />
      {otherLanguage}
    </Page>
  );
}

function NotThere({ here }: { here: TallyHere }) {
  const { view, draft } = here.kept;
  if (here.lack === null)
    return (
      <p class="voice" role="status">
        {told('tally.loading')}
      </p>
    );
  if (here.lack !== 'tally.link_not_valid')
    return (
      <>
        <p class="voice" role="status">
          {here.lack === 'network.offline' ? told('tally.first_offline') : whyWaiting(here.lack)}
        </p>
        <button type="button" class="btn wide" onClick={() => void here.load()}>
          {told('tally.try_again')}
        </button>
      </>
    );
  const figure = view && hasBegun(draft) ? figureOf(view, draft) : 'nothing';
  return (
    <>
      <p class="voice" role="status">
        {told('tally.link_not_valid')}
      </p>
      {view && draft && typeof figure === 'object' && (
        <p>
          {told('tally.left_here', { figure: figureText(view, figure), day: dayWords(draft.day) })}
        </p>
      )}
      {view && (
        <button type="button" class="as-link" onClick={here.forget}>
          {told(isSettled(here.kept) ? 'tally.forget_page' : 'tally.forget_all')}
        </button>
      )}
    </>
  );
}

function Why({ view }: { view: TallyView }) {
  const isPulse = view.entry === 'pulse';
  const until = told('tally.why.until', { day: plainDay(view.until) });
  return (
    <section class="keep" id="why" aria-label={told('tally.why.name')}>
      <dl class="charter">
        {view.purpose !== '' && (
          <Fact icon="quote" term={told('tally.why.purpose')} words={view.purpose} />
        )}
        <Fact icon="check" term={told('tally.why.definition')} words={view.definition} />
        <Fact
          icon="clock"
          term={told('tally.why.then')}
          words={`${told(isPulse ? 'tally.why.then_pulse' : `tally.why.then_${view.rhythm}`)} ${until}`}
        />
        <Fact
          icon="person"
          term={told(isPulse ? 'tally.why.who_pulse' : 'tally.why.who')}
          words={told(isPulse ? 'tally.why.nobody_pulse' : 'tally.why.nobody')}
        />
      </dl>
    </section>
  );
}

interface FactProps {
  icon: 'quote' | 'check' | 'clock' | 'person';
  term: string;
  words: string;
}

function Fact({ icon, term, words }: FactProps) {
  return (
    <div>
      <dt>
        <Icon name={icon} />
        {term}
      </dt>
      <dd>{words}</dd>
    </div>
  );
}
