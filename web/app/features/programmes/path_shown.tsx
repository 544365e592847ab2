// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/path_shown.tsx
//
// The path before it is begun: its phases, and at each gate whom it asks. Nobody signs up to a path unseen.

import { Fragment } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { Icon } from '#ui';
import { t } from '#words';
import { type PathTemplate, usePathTemplate } from './use_programmes.ts';

export function PathShown({ id }: { id: string }) {
  const template = usePathTemplate(id);
  return <Loaded from={template}>{({ content }) => <Path template={content} />}</Loaded>;
}

function Path({ template }: { template: PathTemplate }) {
  return (
    <section className="stack path-shown" aria-labelledby="path-shown">
      <h3 id="path-shown">{t('programmes.begin.path', { title: inLanguage(template.title) })}</h3>
      <p className="read">{inLanguage(template.summary)}</p>
      <ol className="path-steps">
        {template.steps.map((step, index) => {
          const gate = template.gates.find(({ from }) => from === step.key);
          return (
            <Fragment key={step.key}>
              <li>
                <p>
                  <b>
                    {t('programmes.steps.phase', { number: index + 1 })} {inLanguage(step.title)}
                  </b>
                </p>
                <p className="small">{inLanguage(step.aim)}</p>
              </li>
              {gate && (
                <li className="path-gate small soft">
                  <Icon name="gate" />
                  <span>{t('programmes.steps.gate.plain')}</span>
                </li>
              )}
            </Fragment>
          );
        })}
      </ol>
      {template.gates[0] && <p className="small read">{askedOf(template.gates[0])}</p>}
    </section>
  );
}

function askedOf({ asked_of, delay_days }: PathTemplate['gates'][number]): string {
  const colleges = asked_of.map((kind) => t(`people.college.${kind}`)).join(', ');
  return t('programmes.begin.gate', { colleges, days: delay_days });
}
