// SPDX-License-Identifier: EUPL-1.2
// web/app/features/public/wave_facts.tsx
//
// The waves of clusters. Where two documents say two things, both stand side by side and the line says so.

import { inLanguage } from '#app/pack_text.ts';
import { Facts, Tag } from '#ui';
import { number, t } from '#words';
import type { WaveFact, Waves } from './references.ts';

export function WaveFacts({ waves }: { waves: Waves }) {
  const inWaves = new Set(waves.items.flatMap((wave) => wave.facts));
  return (
    <div className="stack-xl">
      {waves.items.map((wave) => (
        <div key={wave.code} className="stack">
          <h3>{inLanguage(wave.title)}</h3>
          <Facts
            columns={2}
            isSmall
            items={[
              { label: t('public.wave.period'), value: inLanguage(wave.period) },
              { label: t('public.wave.delegation'), value: inLanguage(wave.delegation) },
            ]}
          />
          <FactList facts={waves.facts.filter((fact) => wave.facts.includes(fact.code))} />
        </div>
      ))}
      <FactList facts={waves.facts.filter((fact) => !inWaves.has(fact.code))} />
    </div>
  );
}

function FactList({ facts }: { facts: readonly WaveFact[] }) {
  return (
    <ul className="lines">
      {facts.map((fact) => (
        <li key={fact.code} className="stack">
          <h4>
            {inLanguage(fact.fact)}{' '}
            {isContradicted(fact) && <Tag kind="plain">{t('public.wave.contradicted')}</Tag>}
          </h4>
          <ul className="side-by-side">
            {fact.values.map((value) => (
              <li key={`${value.seed}${value.text}${value.outside_source?.address}`}>
                {value.value !== null && (
                  <p className="nums">
                    <strong>
                      {typeof value.value === 'number' ? number(value.value) : value.value}
                    </strong>
                  </p>
                )}
                {value.text && <p className="small">{value.text}</p>}
                <p className="soft small">
                  {value.outside_source ? (
                    <a href={value.outside_source.address}>{value.outside_source.title}</a>
                  ) : (
                    t('public.document', { code: value.seed ?? '' })
                  )}
                </p>
              </li>
            ))}
          </ul>
          <p className="soft small">{inLanguage(fact.note)}</p>
        </li>
      ))}
    </ul>
  );
}

function isContradicted(fact: WaveFact): boolean {
  return new Set(fact.values.map((value) => value.value ?? value.text)).size > 1;
}
