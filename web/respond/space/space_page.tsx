// SPDX-License-Identifier: EUPL-1.2
// web/respond/space/space_page.tsx
//
// A discussion in the hand. The room's step chooses what comes first; the rest stays one touch away, because
// somebody who was called away comes back in the middle.

/** @jsxImportSource preact */

import { useState } from 'preact/hooks';
import { Page } from '../page.tsx';
import { OtherLanguage, plainDay, RefusalNote, refusalText } from '../pieces.tsx';
import { type Language, t } from '../words.ts';
import { Charter } from './charter.tsx';
import { Recognise } from './recognise.tsx';
import { type Space, useSpace } from './use_space.ts';
import { WriteWords } from './write_words.tsx';

type View = 'write' | 'recognise' | 'minutes';

/** Until words are released one writes; then one recognises; from the minutes on, one reads them. */
function viewOfStep(step: number): View {
  if (step <= 5) return 'write';
  return step <= 8 ? 'recognise' : 'minutes';
}

interface SpacePageProps {
  code: string;
  onLanguage: (language: Language) => void;
}

export function SpacePage({ code, onLanguage }: SpacePageProps) {
  const space = useSpace(code);
  const { view, refusal, kept } = space;

  if (view === null || (refusal !== null && refusal.code === 'space.closed'))
    return (
      <Page title={t('respond.title_plain')}>
        <p class="voice" role="status">
          {refusal
            ? refusalText(refusal.code)
            : t(space.isOffline ? 'respond.offline' : 'respond.loading')}
        </p>
        {refusal?.code === 'not_found' && (
          <p>
            <a href="/s/">{t('respond.title')}</a>
          </p>
        )}
        {kept.follow_token && <FollowLink token={kept.follow_token} />}
        <OtherLanguage onLanguage={onLanguage} />
      </Page>
    );

  const until = view.open_until
    ? t('respond.open_until', { place: view.place_name, day: plainDay(view.open_until) })
    : view.place_name;
  return (
    <Page
      title={view.title}
      establishment_id={view.establishment_id}
      under={view.entered ? t(`respond.step.${view.step}` as 'respond.step.1') : until}
    >
      {refusal && <RefusalNote code={refusal.code} onDismiss={space.dismiss} />}
      {space.isOffline && (
        <p class="note small" role="status">
          {t('respond.offline')}
        </p>
      )}
      {view.entered ? (
        <Inside space={space} />
      ) : (
        <Charter view={view} onEnter={space.enter} onLanguage={onLanguage} />
      )}
    </Page>
  );
}

function Inside({ space }: { space: Space }) {
  const { view, kept } = space;
  const [chosen, setChosen] = useState<{ step: number; view: View } | null>(null);
  if (view === null) return null;
  // A choice holds until the room moves on.
  const shown = chosen && chosen.step === view.step ? chosen.view : viewOfStep(view.step);
  const others: View[] = (['write', 'recognise', 'minutes'] as const).filter(
    (each) => each !== shown && (each !== 'minutes' || view.minutes !== ''),
  );
  return (
    <>
      {shown === 'write' && <WriteWords space={space} />}
      {shown === 'recognise' && <Recognise space={space} view={view} />}
      {shown === 'minutes' && <Minutes words={view.minutes} />}
      <nav class="ways" aria-label={t('respond.ways')}>
        {others.map((each) => (
          <button
            key={each}
            type="button"
            class="as-link"
            onClick={() => setChosen({ step: view.step, view: each })}
          >
            {t(`respond.go.${each}`)}
          </button>
        ))}
      </nav>
      {kept.follow_token && <FollowLink token={kept.follow_token} />}
    </>
  );
}

function Minutes({ words }: { words: string }) {
  if (words === '')
    return (
      <p class="voice" role="status">
        {t('respond.minutes.not_yet')}
      </p>
    );
  return (
    <section aria-labelledby="minutes">
      <h2 id="minutes">{t('respond.minutes.title')}</h2>
      <p class="small soft">{t('respond.minutes.lead')}</p>
      <p class="voice minutes">{words}</p>
    </section>
  );
}

function FollowLink({ token }: { token: string }) {
  return (
    <div class="keep">
      <p>
        <a href={`/suivi/${token}`}>{t('respond.follow.link')}</a>
      </p>
      <p class="small soft">{t('respond.follow.keep')}</p>
    </div>
  );
}
