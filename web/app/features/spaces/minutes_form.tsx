// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/minutes_form.tsx
//
// The minutes as first written, and as the group corrects them: both stay, side by side.

import { useDraft } from '#app/use_draft.ts';
import { Button, ProblemNote, SavingMark, Section, TextArea } from '#ui';
import { shortDay, t } from '#words';
import { type Board, type MinutesVersion, useMinutes } from './use_spaces.ts';

export function MinutesForm({ board }: { board: Board }) {
  const last = board.minutes.at(-1);
  const draft = useDraft(`minutes.${board.space.id}`, { words: last?.words ?? '' });
  const keep = useMinutes(board.space.id);
  return (
    <Section title={t('spaces.minutes.title')}>
      <MinutesVersions versions={board.minutes} />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate({ words: draft.value.words });
        }}
      >
        <TextArea
          label={t(last ? 'spaces.minutes.correct' : 'spaces.minutes.write')}
          hint={t('spaces.minutes.hint')}
          value={draft.value.words}
          onChange={(words) => draft.change({ words })}
          length_max={8000}
        />
        <ProblemNote problem={keep.error} />
        <div className="row">
          <Button
            type="submit"
            isBusy={keep.isPending}
            isDisabled={draft.value.words.trim() === ''}
          >
            {t(last ? 'spaces.minutes.keep_correction' : 'spaces.minutes.keep')}
          </Button>
          <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
        </div>
      </form>
    </Section>
  );
}

/** The first words and the last ones; what came between is kept too, one touch away. */
export function MinutesVersions({ versions }: { versions: readonly MinutesVersion[] }) {
  const first = versions[0];
  const last = versions.at(-1);
  if (first === undefined || last === undefined) return null;
  const between = versions.slice(1, -1);
  return (
    <div className="stack">
      <div className="two-versions">
        {versions.length > 1 && <Version version={first} title={t('spaces.minutes.first')} />}
        <Version
          version={last}
          title={t(versions.length > 1 ? 'spaces.minutes.corrected' : 'spaces.minutes.only')}
        />
      </div>
      {between.length > 0 && (
        <details>
          <summary>{t('spaces.minutes.between')}</summary>
          {between.map((version) => (
            <Version
              key={version.number}
              version={version}
              title={t('spaces.minutes.number', { number: version.number })}
            />
          ))}
        </details>
      )}
    </div>
  );
}

function Version({ version, title }: { version: MinutesVersion; title: string }) {
  return (
    <div className="version">
      <h3>
        {title} <span className="hint">{shortDay(version.written_on)}</span>
      </h3>
      <p className="voice as-written">{version.words}</p>
    </div>
  );
}
