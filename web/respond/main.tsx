// SPDX-License-Identifier: EUPL-1.2
// web/respond/main.tsx
//
// Starts the page of somebody without an account. /s/<code> is a discussion, /suivi/<token> what became of one,
// /nouvelles/<token> the news of a home of a cluster, /q/<campaign> a questionnaire; without a code, the page asks for
// it. Each is fetched when somebody goes there.

/** @jsxImportSource preact */

import { render } from 'preact';
import './respond.css';
import { type Language, speak } from './words.ts';

type Draw = (onLanguage: (language: Language) => void) => preact.JSX.Element;

async function pageOf(path: string): Promise<Draw> {
  const [, first, second] = path.split('/');
  const rest = decodeURIComponent(second ?? '');
  if (first === 's' && rest !== '') {
    const { SpacePage } = await import('./space/space_page.tsx');
    return (onLanguage) => <SpacePage code={rest} onLanguage={onLanguage} />;
  }
  if (first === 'suivi' && rest !== '') {
    const { FollowPage } = await import('./follow/follow_page.tsx');
    return (onLanguage) => <FollowPage token={rest} onLanguage={onLanguage} />;
  }
  if (first === 'nouvelles' && rest !== '') {
    const { NewsPage } = await import('./news/news_page.tsx');
    return (onLanguage) => <NewsPage token={rest} onLanguage={onLanguage} />;
  }
  if (first === 'q' && rest !== '') {
    const { CampaignPage } = await import('./campaign/campaign_page.tsx');
    return (onLanguage) => <CampaignPage campaign={rest} onLanguage={onLanguage} />;
  }
  const { EnterCode } = await import('./enter_code.tsx');
  return (onLanguage) => <EnterCode onLanguage={onLanguage} />;
}

async function start() {
  const [draw] = await Promise.all([pageOf(location.pathname), speak('fr')]);
  const root = document.getElementById('root');
  if (root === null) return;
  const show = () =>
    render(
      draw((language) => void speak(language).then(show)),
      root,
    );
  show();
}

void start();
