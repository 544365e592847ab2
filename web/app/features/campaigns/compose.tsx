// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/compose.tsx
//
// Composing a campaign: everything is kept as it is written, every step can be taken back, what is lacking is said where it is,
// and what the cut will be able to show is told before anybody is asked.

import { useRouter } from '@tanstack/react-router';
import { Button, Notice, Plank, ProblemNote, SavingMark, problemText } from '#ui';
import { t } from '#words';
import { CutPart } from './cut_part.tsx';
import { DaysPart, FramePart, QuestionsPart, ThresholdPart } from './frame_part.tsx';
import { ForecastPart } from './forecast_part.tsx';
import { LightPart } from './light_part.tsx';
import type { CampaignView, Trouble } from './types.ts';
import { useAsk, useRemove } from './use_campaigns.ts';
import { type Keeping, useKeeping } from './use_keeping.ts';

interface ComposerProps {
  start: CampaignView;
  mayAsk: boolean;
  mayRemove: boolean;
}

export function Composer({ start, mayAsk, mayRemove }: ComposerProps) {
  const keeping = useKeeping(start);
  const isLight = keeping.value.mode === 'light';
  return (
    <div className="stack-xl">
      <div className="row compose-bar">
        <Button icon="undo" isDisabled={!keeping.canUndo} onPress={keeping.undo}>
          {t('common.undo')}
        </Button>
        <SavingMark saved_at={keeping.kept_at} place="server" />
      </div>
      <ProblemNote problem={keeping.problem} takesFocus={false} />
      {keeping.isStale && <Stale keeping={keeping} />}
      <FramePart keeping={keeping} />
      <QuestionsPart keeping={keeping} />
      <DaysPart keeping={keeping} />
      <ThresholdPart keeping={keeping} />
      {isLight ? <LightPart keeping={keeping} /> : <CutPart keeping={keeping} />}
      {!isLight && <ForecastPart keeping={keeping} />}
      <Asking keeping={keeping} mayAsk={mayAsk} mayRemove={mayRemove} />
    </div>
  );
}

function Stale({ keeping }: { keeping: Keeping }) {
  return (
    <Notice>
      <p>{t('campaigns.stale')}</p>
      <div className="row">
        <Button kind="main" onPress={keeping.takeTheirs}>
          {t('common.stale.take_theirs')}
        </Button>
        <Button onPress={keeping.keepMine}>{t('common.stale.keep_mine')}</Button>
      </div>
    </Notice>
  );
}

/** The words of what is lacking at a place of the campaign; null when nothing is. */
export function troubleAt(troubles: readonly Trouble[], pointer: string): string | null {
  const found = troubles.find((trouble) => trouble.pointer === pointer);
  return found === undefined ? null : problemText(found.code);
}

interface AskingProps {
  keeping: Keeping;
  mayAsk: boolean;
  mayRemove: boolean;
}

function Asking({ keeping, mayAsk, mayRemove }: AskingProps) {
  const router = useRouter();
  const { view } = keeping;
  const ask = useAsk(view.id);
  const remove = useRemove(view.id, () => router.navigate({ href: '/ecouter/campagnes' }));
  const lacks = [...new Set(view.troubles.map(({ code }) => problemText(code)))];
  return (
    <Plank title={t('campaigns.ask.title')}>
      <p className="read">{t('campaigns.ask.lead')}</p>
      <p className="read">{t('campaigns.ask.promise')}</p>
      {lacks.length > 0 && (
        <>
          <p>{t('campaigns.ask.lacks', { count: lacks.length })}</p>
          <ul className="bullets">
            {lacks.map((lack) => (
              <li key={lack}>{lack}</li>
            ))}
          </ul>
        </>
      )}
      <ProblemNote problem={ask.error ?? remove.error} />
      <div className="row">
        {mayAsk && (
          <Button
            kind="main"
            isBusy={ask.isPending}
            isDisabled={lacks.length > 0 || !keeping.isKept}
            onPress={() => ask.mutate({})}
          >
            {t('campaigns.ask.go')}
          </Button>
        )}
        {mayRemove && (
          <Button kind="quiet" isBusy={remove.isPending} onPress={() => remove.mutate(undefined)}>
            {t('campaigns.remove')}
          </Button>
        )}
      </div>
    </Plank>
  );
}
