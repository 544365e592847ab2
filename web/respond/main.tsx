// SPDX-License-Identifier: EUPL-1.2
// web/respond/main.tsx
//
// Starts the page of somebody without an account. /s/<code> is a discussion, /suivi/<token> what became of one,
// /e/<code> a session of embedded evaluation, /nouvelles/<token> the news of a home of a cluster, /q/<campaign> a
// questionnaire, /c/<token> a figure that a team counts; without a code, the page asks for it. /q/<campaign>/borne is the same
// on a screen that is handed round, /q/<campaign>/papier where sheets of paper are typed. Each is fetched when somebody goes
// there.

/** @jsxImportSource preact */

import { render } from 'preact';
import { askEarly } from './api.ts';
import './respond.css';
import { type Language, speak } from './words.ts';

type OnLanguage = (language: Language) => void;

/** Where somebody went: what is drawn there, and the words it takes. */
interface Way {
  draw: (onLanguage: OnLanguage) => preact.JSX.Element;
  speak: (language: Language) => Promise<void>;
}

async function wayOf(path: string): Promise<Way> {
  const [, first, second, third] = path.split('/');
  const rest = decodeURIComponent(second ?? '');
  if (first === 's' && rest !== '') {
    const { SpacePage } = await import('./space/space_page.tsx');
    return { speak, draw: (onLanguage) => <SpacePage code={rest} onLanguage={onLanguage} /> };
  }
  if (first === 'e' && rest !== '') {
    const { wayToEvaluate } = await import('./evaluate/way.tsx');
    return wayToEvaluate(rest);
  }
  if (first === 'suivi' && rest !== '') {
    const { FollowPage } = await import('./follow/follow_page.tsx');
    return { speak, draw: (onLanguage) => <FollowPage token={rest} onLanguage={onLanguage} /> };
  }
  if (first === 'nouvelles' && rest !== '') {
    const { NewsPage } = await import('./news/news_page.tsx');
    return { speak, draw: (onLanguage) => <NewsPage token={rest} onLanguage={onLanguage} /> };
  }
  if (first === 'c' && rest !== '') {
    askEarly(`/api/tallies/${encodeURIComponent(rest)}`);
    const { wayToTally } = await import('./tally/tally_page.tsx');
    return wayToTally(rest);
  }
  if (first === 'q' && rest !== '') {
    // All of it at once: what is asked for later waits once more for a slow network.
    askEarly(`/api/guichet/${encodeURIComponent(rest)}`);
    void Promise.all([
      import('../../locales/fr/answering.json'),
      import('../../locales/fr/form.json'),
    ]).catch(() => {});
  }
  if (first === 'q' && third === 'borne') return (await import('./kiosk/way.tsx')).wayToKiosk(rest);
  if (first === 'q' && third === 'papier')
    return (await import('./paper/way.tsx')).wayToPaper(rest);
  if (first === 'q' && rest !== '') return (await import('./campaign/way.tsx')).wayToCampaign(rest);
  const { EnterCode } = await import('./enter_code.tsx');
  return { speak, draw: (onLanguage) => <EnterCode onLanguage={onLanguage} /> };
}

async function start() {
  const way = await wayOf(location.pathname);
  await way.speak('fr');
  const root = document.getElementById('root');
  if (root === null) return;
  const onLanguage: OnLanguage = (language) => void way.speak(language).then(show);
  const show = () => render(way.draw(onLanguage), root);
  show();
}

void start();
