// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/aside.tsx
//
// Beside every stage: who is awaited for what, who will read what until when, and the way out.

import { collegeWord } from '#app/college_words.ts';
import type { Can } from '#app/api/loaded.tsx';
import { Button, Facts, Plank, ProblemNote, Section, StateMark } from '#ui';
import { fullDay, t } from '#words';
import { awaitedOf } from './stages.ts';
import type { CampaignView } from './types.ts';
import { useWithdraw } from './use_campaigns.ts';

/** First on a phone; beside the rest where there is room. */
export function WhoIsAwaited({ view }: { view: CampaignView }) {
  const awaited = awaitedOf(view);
  return (
    <div className="campaign-awaited">
      {awaited.length > 0 && (
        <Section title={t('campaigns.awaited.title')}>
          <ul className="lines">
            {awaited.map(({ what, who, name, until }) => (
              <li key={`${who} ${what}`} className="stack">
                <p>
                  <b>{name ?? whoWord(who)}</b>
                </p>
                <p>{t(`campaigns.awaited.${what}`)}</p>
                {until && (
                  <StateMark state="awaited">
                    {t('campaigns.awaited.until', { day: fullDay(until) })}
                  </StateMark>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

export function Aside({ view, can }: { view: CampaignView; can: Can }) {
  return (
    <aside className="campaign-frame stack-xl" aria-label={t('campaigns.aside')}>
      <Plank title={t('campaigns.who_reads.title')}>
        <Facts
          isSmall
          items={[
            {
              label: t('campaigns.who_reads.answers'),
              value: t(`campaigns.who_reads.answers_${view.mode}`),
            },
            ...(view.asks_for_words
              ? [
                  {
                    label: t('campaigns.who_reads.words'),
                    value: t('campaigns.who_reads.words_text'),
                  },
                ]
              : []),
            {
              label: t('campaigns.who_reads.results'),
              value: t('campaigns.who_reads.results_all'),
            },
            {
              label: t('campaigns.day.destroy_by'),
              value: view.destroy_by ? fullDay(view.destroy_by) : t('campaigns.not_said'),
            },
            { label: t('campaigns.who_reads.cannot'), value: t('campaigns.who_reads.cannot_text') },
          ]}
        />
      </Plank>
      {can('withdraw') && <Withdrawal id={view.id} />}
    </aside>
  );
}

function whoWord(who: string): string {
  if (who === 'direction' || who === 'staff_representatives') return collegeWord(who);
  return t(`campaigns.awaited.who_${who}` as 'campaigns.awaited.who_composer');
}

function Withdrawal({ id }: { id: string }) {
  const withdraw = useWithdraw(id);
  return (
    <details>
      <summary>{t('campaigns.withdraw.title')}</summary>
      <div className="stack">
        <p>{t('campaigns.withdraw.lead')}</p>
        <ProblemNote problem={withdraw.error} />
        <p>
          <Button isBusy={withdraw.isPending} onPress={() => withdraw.mutate({})}>
            {t('campaigns.withdraw.go')}
          </Button>
        </p>
      </div>
    </details>
  );
}
