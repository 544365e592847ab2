// SPDX-License-Identifier: EUPL-1.2
// web/app/features/guides/visit_screen.tsx
//
// Visiting: who invites, what a visitor reads, and a notebook that stays with its owner until they release it.

import { LinkButton, PageHead, Plank, Section } from '#ui';
import { t } from '#words';
import './guides.css';

const steps = [1, 2, 3, 4] as const;

export function VisitScreen() {
  return (
    <>
      <PageHead
        room="share"
        title={t('guides.visit.title')}
        lead={t('guides.visit.lead')}
        actions={
          <LinkButton href="/partager" kind="main">
            {t('guides.visit.go')}
          </LinkButton>
        }
      />
      <div className="cols guide">
        <Section title={t('guides.visit.steps')}>
          <ol className="guide-steps">
            {steps.map((step) => (
              <li key={step}>
                <h3>{t(`guides.visit.step_${step}`)}</h3>
                <p>{t(`guides.visit.step_${step}_how`)}</p>
              </li>
            ))}
          </ol>
        </Section>
        <aside>
          <Plank title={t('guides.visit.not')}>
            <p>{t('guides.visit.not_text')}</p>
          </Plank>
        </aside>
      </div>
    </>
  );
}
