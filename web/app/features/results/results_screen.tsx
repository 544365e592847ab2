// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/results_screen.tsx
//
// The results of one campaign: a place and an occupation are chosen, each question's answers follow, in the order of the
// questionnaire. Places stand in the order of the directory, whatever they answered.

import { useParams, useRouter, useSearch } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { LinkButton, Notice, PageHead, Plank, Section, Select, Tag, TextLink } from '#ui';
import { fullDay, number, t } from '#words';
import { Comments } from './comments.tsx';
import { Crossing } from './crossing.tsx';
import { Participation } from './participation.tsx';
import { type Looked, resultsPath, restitutionPath } from './paths.ts';
import { Pinning } from './pinning.tsx';
import { PlacePart } from './place_part.tsx';
import './results.css';
import type { Results } from './types.ts';
import { publicationPath, useResults } from './use_results.ts';
import { categoryWord } from './words_of.ts';

export function ResultsScreen() {
  const { id } = useParams({ from: '/comprendre/resultats/$id' });
  const looked = useSearch({ from: '/comprendre/resultats/$id' });
  const results = useResults(id);
  if (results.data === undefined && results.error !== null)
    return (
      <>
        <PageHead room="understand" title={t('results.title')} />
        <Loaded from={results}>{() => null}</Loaded>
      </>
    );
  return (
    <Loaded from={results}>
      {(shown) => (
        <>
          <PageHead
            room="understand"
            where={shown.establishment_name}
            title={shown.title}
            lead={t('results.people', {
              people: number(shown.people),
              headcount: number(shown.headcount),
              day: shown.closed_on ? fullDay(shown.closed_on) : '',
            })}
            facts={shown.mode === 'light' && <Tag>{t('campaigns.mode.light')}</Tag>}
          />
          <div className="cols">
            <div className="stack-xl">
              <Chosen id={id} results={shown} looked={looked} />
            </div>
            <Beside id={id} results={shown} looked={looked} />
          </div>
        </>
      )}
    </Loaded>
  );
}

interface PartProps {
  id: string;
  results: Results;
  looked: Looked;
}

function Chosen({ id, results, looked }: PartProps) {
  const place = results.places.find(({ code }) => code === looked.lieu) ?? results.places[0];
  const item = results.items.find(({ code }) => code === looked.question);
  if (place === undefined)
    return (
      <Notice>
        <p>{t('results.nothing')}</p>
      </Notice>
    );
  if (item !== undefined)
    return <Crossing id={id} results={results} item={item} place={place.code} looked={looked} />;
  return (
    <>
      <Choosing id={id} results={results} looked={{ ...looked, lieu: place.code }} />
      <PlacePart
        key={`${place.code} ${looked.metier ?? ''}`}
        id={id}
        results={results}
        place={place}
        category={looked.metier ?? null}
        before={looked.avant ?? null}
      />
      <Participation results={results} id={id} />
      {!place.parent && <Comments id={id} />}
    </>
  );
}

function Choosing({ id, results, looked }: PartProps) {
  const router = useRouter();
  const go = (part: Looked) =>
    void router.navigate({ href: resultsPath(id, { ...looked, ...part }) });
  if (results.places.length < 2 && results.categories.length === 0) return null;
  return (
    <div className="choose-place no-print">
      <Select
        label={t('results.place')}
        options={results.places.map(({ code, name, parent }) => ({
          value: code,
          label: parent == null ? t('results.whole_house', { name }) : name,
        }))}
        value={looked.lieu ?? ''}
        onChange={(lieu) => go({ lieu })}
      />
      {results.categories.length > 0 && (
        <Select
          label={t('results.category')}
          options={[
            { value: everybody, label: categoryWord(results, null) },
            ...results.categories.map(({ code }) => ({
              value: code,
              label: categoryWord(results, code),
            })),
          ]}
          value={looked.metier ?? everybody}
          onChange={(metier) => go({ metier: metier === everybody ? undefined : metier })}
        />
      )}
    </div>
  );
}

/** No code of an occupation is written so. */
const everybody = '*';

function Beside({ id, results, looked }: PartProps) {
  return (
    <aside className="stack-xl no-print" aria-label={t('results.aside')}>
      <Section title={t('results.restitution.title')}>
        <p>{t('results.restitution.lead')}</p>
        <p>
          <LinkButton href={restitutionPath(id, looked.lieu)} icon="listen">
            {t('results.restitution.link')}
          </LinkButton>
        </p>
      </Section>
      {results.others.length > 0 && (
        <Section title={t('results.before.title')}>
          <p className="small soft">{t('results.before.lead')}</p>
          <ul className="lines">
            {results.others.map((other) => (
              <li key={other.id}>
                <TextLink
                  href={resultsPath(id, {
                    ...looked,
                    question: undefined,
                    avant: looked.avant === other.id ? undefined : other.id,
                  })}
                >
                  {t(looked.avant === other.id ? 'results.before.without' : 'results.before.with', {
                    title: other.title,
                    day: other.closed_on ? fullDay(other.closed_on) : '',
                  })}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Pinning id={id} establishment={results.establishment_id} />
      <Plank title={t('results.how.title')}>
        <ul className="bullets small">
          <li>{t('results.how.threshold', { k: results.k })}</li>
          <li>{t('results.how.interval')}</li>
          <li>{t('results.how.order')}</li>
          <li>{t('results.how.once')}</li>
        </ul>
        <p className="small">
          <a href={publicationPath(id)} download>
            {t('results.how.file')}
          </a>
        </p>
        <details className="small">
          <summary>{t('results.how.identity')}</summary>
          <p className="identity">{results.identity}</p>
        </details>
      </Plank>
    </aside>
  );
}
