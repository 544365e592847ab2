// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/restitution_screen.tsx
//
// Bringing results back to the team of a place: what to say first, each question on the screen of the room, what not to conclude
// with so few people, and what comes next. It prints as it reads.

import { useParams, useRouter, useSearch } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import {
  Button,
  LinkButton,
  Notice,
  PageHead,
  Plank,
  Section,
  Select,
  TextLink,
  WithheldNote,
} from '#ui';
import { fullDay, number, t } from '#words';
import { hasSameLegend, ItemFigure, reachOfAll } from './item_figure.tsx';
import { resultsPath, restitutionPath } from './paths.ts';
import './results.css';
import { RoomScreen } from './room_screen.tsx';
import { inTen, toldOf } from './sentence.ts';
import type { PlaceResults, ResultItem, ResultPlace, Results } from './types.ts';
import { usePlaceResults, useResults } from './use_results.ts';
import { favourableWords, sentenceOf } from './words_of.ts';

const from = '/comprendre/resultats/$id/restitution';

export function RestitutionScreen() {
  const { id } = useParams({ from });
  const { lieu, ecran } = useSearch({ from });
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
      {(shown) => {
        const place = shown.places.find(({ code }) => code === lieu) ?? shown.places[0];
        if (place === undefined) return <Notice>{t('results.nothing')}</Notice>;
        if (ecran !== undefined)
          return <RoomScreen id={id} results={shown} place={place} at={Number(ecran) || 1} />;
        return <Kit id={id} results={shown} place={place} />;
      }}
    </Loaded>
  );
}

interface KitProps {
  id: string;
  results: Results;
  place: ResultPlace;
}

function Kit({ id, results, place }: KitProps) {
  const answers = usePlaceResults(id, place.code, null);
  return (
    <>
      <PageHead
        room="understand"
        where={results.title}
        title={t('results.restitution.of', { place: place.name })}
        lead={t('results.restitution.page_lead')}
        actions={
          <>
            <Button icon="print" onPress={() => window.print()}>
              {t('results.restitution.print')}
            </Button>
            <TextLink href={resultsPath(id, { lieu: place.code })}>
              {t('results.restitution.back')}
            </TextLink>
          </>
        }
      />
      <ChoosePlace id={id} results={results} place={place} />
      <Loaded from={answers}>
        {(shown) =>
          shown.open ? (
            <Steps id={id} results={results} place={place} shown={shown} />
          ) : (
            <div className="stack read">
              <WithheldNote
                widerHref={restitutionPath(id, place.parent ?? undefined)}
                spaceHref={`/ecouter/nouvelle?${new URLSearchParams({ subject: t('campaigns.cut.discussion', { name: place.name }) })}`}
              />
              <p>{t('results.restitution.closed')}</p>
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function ChoosePlace({ id, results, place }: KitProps) {
  const router = useRouter();
  if (results.places.length < 2) return null;
  return (
    <div className="choose-place no-print">
      <Select
        label={t('results.place')}
        options={results.places.map(({ code, name }) => ({ value: code, label: name }))}
        value={place.code}
        onChange={(lieu) => void router.navigate({ href: restitutionPath(id, lieu) })}
      />
    </div>
  );
}

function SayFirst({ results, shown }: { results: Results; shown: PlaceResults }) {
  return (
    <Plank title={t('results.restitution.say_first')}>
      <ul className="bullets read">
        <li>
          {t('results.restitution.say_people', {
            people: number(shown.people ?? 0),
            headcount: number(shown.headcount ?? 0),
            day: results.closed_on ? fullDay(results.closed_on) : '',
          })}
        </li>
        <li>{t('results.restitution.say_all')}</li>
        <li>{t('results.restitution.say_nobody')}</li>
        <li>{t('results.restitution.say_talk')}</li>
      </ul>
    </Plank>
  );
}

function Steps({ id, results, place, shown }: KitProps & { shown: PlaceResults }) {
  const people = shown.people ?? 0;
  const figures = results.items.map((item) => ({
    item,
    parts: [
      {
        id: 'here',
        label: place.name,
        shown: shown.items.find((each) => each.item === item.code)?.shown ?? null,
      },
    ],
  }));
  const reach = reachOfAll(figures);
  return (
    <div className="stack-xl restitution">
      <SayFirst results={results} shown={shown} />
      <Section title={t('results.restitution.screen')}>
        <p className="read">{t('results.restitution.screen_lead')}</p>
        <p className="no-print">
          <LinkButton
            kind="main"
            icon="eye"
            href={`/comprendre/resultats/${id}/restitution?${new URLSearchParams({ lieu: place.code, ecran: '1' })}`}
          >
            {t('results.restitution.open_screen')}
          </LinkButton>
        </p>
      </Section>
      <Section title={t('results.restitution.not_conclude')}>
        <p className="read">{t('results.restitution.so_few', { people: number(people) })}</p>
        <NotConcluded results={results} shown={shown} />
        <ul className="bullets read">
          <li>{t('results.restitution.not_who')}</li>
          <li>{t('results.restitution.not_why')}</li>
          <li>{t('results.restitution.not_rank')}</li>
        </ul>
      </Section>
      <Section title={t('results.restitution.questions')}>
        {figures.map(({ item, parts }, at) => (
          <ItemFigure
            key={item.code}
            item={item}
            parts={parts}
            reach={reach}
            isLegendSaid={hasSameLegend(figures[at - 1]?.item, item)}
          />
        ))}
      </Section>
      <Section title={t('results.restitution.next')}>
        <p className="read">{t('results.restitution.next_lead')}</p>
        <p className="row no-print">
          <LinkButton
            icon="listen"
            href={`/ecouter/nouvelle?${new URLSearchParams({ subject: t('campaigns.cut.discussion', { name: place.name }) })}`}
          >
            {t('common.withheld.discuss')}
          </LinkButton>
          <TextLink href="/comprendre/diagnostic">{t('results.restitution.diagnosis')}</TextLink>
        </p>
      </Section>
    </div>
  );
}

/** At most so many are said; the others are in the questions themselves. */
const said_max = 4;

/** Where the interval holds both more and fewer than half: what a team must not be told it said. */
function NotConcluded({ results, shown }: { results: Results; shown: PlaceResults }) {
  const open = results.items.flatMap((item) => {
    const found = shown.items.find((each) => each.item === item.code)?.shown;
    return found && toldOf(found) === 'divided' ? [{ item, shown: found }] : [];
  });
  if (open.length === 0) return null;
  return (
    <ul className="bullets read">
      {open.slice(0, said_max).map(({ item, shown: found }) => (
        <li key={item.code}>
          {inLanguage(item.text)} {rangeWords(item, found)}
        </li>
      ))}
    </ul>
  );
}

export function rangeWords(item: ResultItem, shown: Parameters<typeof sentenceOf>[1]): string {
  if (shown.share_low == null || shown.share_high == null) return sentenceOf(item, shown);
  return t('results.restitution.in_ten', {
    ...inTen(shown.share_low, shown.share_high),
    answers: favourableWords(item),
  });
}
