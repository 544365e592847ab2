// SPDX-License-Identifier: EUPL-1.2
// web/respond/space/write_words.tsx
//
// Five silent minutes: tell one precise time. Words wait, with their own button to take them back, until at least
// five people have written; speaking aloud is worth as much.

/** @jsxImportSource preact */

import { useState } from 'preact/hooks';
import { Icon } from '../pieces.tsx';
import { quoted, type RespondKey, t } from '../words.ts';
import type { Space } from './use_space.ts';

const words_max = 2000;
const kinds = ['situation', 'irritant', 'surprise', 'proposal'] as const;

export function WriteWords({ space }: { space: Space }) {
  const [isAloud, setIsAloud] = useState(false);
  const { kept, view } = space;
  const isLetter = view?.occasion === 'letters';
  const kind = isLetter ? 'letter' : kept.kind;
  const waiting = [
    ...kept.unsent.map((each) => each.id),
    ...(view?.own ?? []).map((each) => each.id),
  ];

  if (isAloud)
    return (
      <div class="aloud" role="status">
        <p class="voice">{t('respond.aloud.lead')}</p>
        <p class="soft">{t('respond.aloud.how')}</p>
        <button type="button" class="btn wide" onClick={() => setIsAloud(false)}>
          {t('respond.aloud.write_after_all')}
        </button>
      </div>
    );

  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          space.give();
        }}
      >
        {!isLetter && (
          <fieldset class="kinds">
            <legend class="hide">{t('respond.write.kind')}</legend>
            {kinds.map((each) => (
              <label key={each} class="pill">
                <input
                  type="radio"
                  name="kind"
                  checked={kept.kind === each}
                  onChange={() => space.keepDraft(kept.draft, each)}
                />
                <span>{t(`respond.kind.${each}`)}</span>
              </label>
            ))}
          </fieldset>
        )}
        <label for="words">{t(`respond.write.${kind}` as RespondKey)}</label>
        <span class="hint" id="words-hint">
          {t('respond.write.hint')}
        </span>
        <textarea
          id="words"
          class="input"
          aria-describedby="words-hint"
          maxLength={words_max}
          value={kept.draft}
          onInput={(event) => space.keepDraft(event.currentTarget.value, kept.kind)}
        />
        <p class="small soft kept" role="status">
          {kept.draft !== '' && (
            <>
              <Icon name="check" />
              {t('respond.write.kept')}
            </>
          )}
        </p>
        <button type="submit" class="btn main wide" aria-disabled={kept.draft.trim() === ''}>
          {t('respond.write.give')}
        </button>
      </form>
      <p>
        <button type="button" class="btn wide" onClick={() => setIsAloud(true)}>
          {t('respond.write.aloud')}
        </button>
      </p>
      <p class="note small">{t('respond.write.waits')}</p>
      {waiting.length > 0 && <Waiting space={space} />}
    </>
  );
}

function Waiting({ space }: { space: Space }) {
  const { kept, view } = space;
  const unsent = new Set(kept.unsent.map((each) => each.id));
  const all = [...kept.unsent, ...(view?.own ?? []).filter((each) => !unsent.has(each.id))];
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('respond.waiting.title')}</h2>
      <ul class="plain">
        {all.map((each) => (
          <li key={each.id} class="own">
            <p class="voice">{quoted(each.words)}</p>
            <p class="small soft">
              {t(unsent.has(each.id) ? 'respond.waiting.unsent' : 'respond.waiting.waits')}
            </p>
            <button type="button" class="btn" onClick={() => void space.withdraw(each.id)}>
              <Icon name="undo" />
              {t('respond.waiting.withdraw')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
