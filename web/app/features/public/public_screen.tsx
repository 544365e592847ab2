// SPDX-License-Identifier: EUPL-1.2
// web/app/features/public/public_screen.tsx
//
// The observatory's page, read by anybody: sourced facts with their contradictions, and what was opened to
// everybody. Nothing here is ordered by a value; every list keeps the order of its document.

import { PageHead, Plank, Section } from '#ui';
import { t } from '#words';
import { FiguresList } from './figures_list.tsx';
import { FromPack, sections } from './from_pack.tsx';
import { PeopleFacts } from './people_facts.tsx';
import './public.css';
import { RanksTable } from './ranks_table.tsx';
import { ReleasedList } from './released_list.tsx';
import { DimensionList, QuestionList, QuoteList, ThemeList } from './small_lists.tsx';
import { TimelineList } from './timeline_list.tsx';
import { WaveFacts } from './wave_facts.tsx';

export function PublicScreen() {
  return (
    <>
      <PageHead title={t('public.title')} lead={t('public.lead')} />
      <div className="cols public">
        <aside className="stack-xl">
          <Plank title={t('public.contents')}>
            <nav aria-label={t('public.contents')}>
              <ul className="stack">
                {sections.map((name) => (
                  <li key={name}>
                    <a href={`#${name}`}>{t(`public.section.${name}`)}</a>
                  </li>
                ))}
              </ul>
            </nav>
          </Plank>
          <Plank title={t('public.how.title')}>
            <p>{t('public.how.sources')}</p>
            <p>{t('public.how.contradictions')}</p>
            <p>{t('public.how.no_rank')}</p>
          </Plank>
        </aside>
        <div className="stack-xl">
          <Section title={<span id="released">{t('public.section.released')}</span>}>
            <ReleasedList />
          </Section>
          <FromPack id="figures" anchor="figures">
            {(figures) => <FiguresList figures={figures} />}
          </FromPack>
          <FromPack id="waves" anchor="waves">
            {(waves) => <WaveFacts waves={waves} />}
          </FromPack>
          <FromPack id="timeline" anchor="timeline">
            {(timeline) => <TimelineList timeline={timeline} />}
          </FromPack>
          <FromPack id="ewcs" anchor="ewcs">
            {(ranks) => <RanksTable ranks={ranks} />}
          </FromPack>
          <PeopleFacts />
          <FromPack id="dimensions" anchor="dimensions">
            {(dimensions) => <DimensionList dimensions={dimensions} />}
          </FromPack>
          <FromPack id="open-questions" anchor="questions">
            {(questions) => <QuestionList questions={questions} />}
          </FromPack>
          <FromPack id="quotes" anchor="quotes">
            {(quotes) => <QuoteList quotes={quotes} />}
          </FromPack>
          <FromPack id="themes" anchor="themes">
            {(themes) => <ThemeList themes={themes} />}
          </FromPack>
        </div>
      </div>
    </>
  );
}
