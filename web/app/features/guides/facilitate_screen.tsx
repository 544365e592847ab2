// SPDX-License-Identifier: EUPL-1.2
// web/app/features/guides/facilitate_screen.tsx
//
// Forty-five minutes, eight people, two called away: the whole session on one printed page.

import { Button, LinkButton, PageHead, Plank, Section } from '#ui';
import { t } from '#words';
import './guides.css';

const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const promises = ['names', 'phones', 'interruption', 'night'] as const;

export function FacilitateScreen() {
  return (
    <>
      <PageHead
        room="listen"
        title={t('guides.facilitate.title')}
        lead={t('guides.facilitate.lead')}
        actions={
          <>
            <Button icon="print" onPress={() => window.print()}>
              {t('guides.print')}
            </Button>
            <LinkButton href="/ecouter" kind="plain">
              {t('guides.facilitate.go')}
            </LinkButton>
          </>
        }
      />
      <div className="cols guide">
        <Section title={t('guides.facilitate.steps')}>
          <ol className="guide-steps">
            {steps.map((step) => (
              <li key={step}>
                <h3>{t(`guides.facilitate.step_${step}`)}</h3>
                <p>{t(`guides.facilitate.step_${step}_how`)}</p>
              </li>
            ))}
          </ol>
        </Section>
        <aside className="stack-xl">
          <Plank title={t('guides.facilitate.holds')}>
            <ul className="stack">
              {promises.map((promise) => (
                <li key={promise}>{t(`guides.facilitate.promise_${promise}`)}</li>
              ))}
            </ul>
          </Plank>
          <Plank title={t('guides.facilitate.to_say')}>
            <p className="voice">{t('guides.facilitate.say_reads')}</p>
            <p className="voice">{t('guides.facilitate.say_until')}</p>
            <p className="voice">{t('guides.facilitate.say_not')}</p>
          </Plank>
        </aside>
      </div>
    </>
  );
}
