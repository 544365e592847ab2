// SPDX-License-Identifier: EUPL-1.2
// web/respond/news/news_page.tsx
//
// Three lines of news from a home of the cluster, by link and without an account, signed by the place alone. What is
// being written stays in this tab; nothing says who wrote it.

/** @jsxImportSource preact */

import { useEffect, useState } from 'preact/hooks';
import { ask, type NewsView, Refusal } from '../api.ts';
import { Page } from '../page.tsx';
import { OtherLanguage, plainDay } from '../pieces.tsx';
import { type Language, type RespondKey, t } from '../words.ts';

const line_length_max = 280;
const no_lines = ['', '', ''];

function draftOf(token: string): string[] {
  try {
    return JSON.parse(sessionStorage.getItem(`etabli.news.${token}`) ?? '') as string[];
  } catch {
    return no_lines;
  }
}

function keepDraft(token: string, lines: string[] | null) {
  try {
    if (lines === null) sessionStorage.removeItem(`etabli.news.${token}`);
    else sessionStorage.setItem(`etabli.news.${token}`, JSON.stringify(lines));
  } catch {
    // The words are still on screen.
  }
}

/** Two rows to see one's words whole on a phone; it stays one line. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function refusalOf(thrown: unknown): RespondKey {
  if (!(thrown instanceof Refusal)) return 'respond.news.not_sent';
  if (thrown.status === 0) return 'respond.offline';
  if (thrown.code === 'news.link_not_valid') return 'respond.news.link_over';
  return thrown.code === 'news.too_many' ? 'respond.news.too_many' : 'respond.news.not_sent';
}

interface NewsPageProps {
  token: string;
  onLanguage: (language: Language) => void;
}

export function NewsPage({ token, onLanguage }: NewsPageProps) {
  const path = `/api/news/${encodeURIComponent(token)}`;
  const [view, setView] = useState<NewsView | null>(null);
  const [refusal, setRefusal] = useState<RespondKey | null>(null);
  const [lines, setLines] = useState(() => draftOf(token));
  const [state, setState] = useState<'writing' | 'sending' | 'told'>('writing');

  useEffect(() => {
    ask<NewsView>('GET', path)
      .then(setView)
      .catch((thrown: unknown) => setRefusal(refusalOf(thrown)));
  }, [path]);

  const change = (index: number, line: string) => {
    const next = lines.map((each, at) => (at === index ? line : each));
    setLines(next);
    setState('writing');
    keepDraft(token, next);
  };
  const send = async () => {
    setState('sending');
    setRefusal(null);
    try {
      const told = lines.map((line) => line.trim()).filter((line) => line !== '');
      setView(await ask<NewsView>('POST', path, { body: { lines: told } }));
      keepDraft(token, null);
      setLines(no_lines);
      setState('told');
    } catch (thrown) {
      setRefusal(refusalOf(thrown));
      setState('writing');
    }
  };

  if (view === null)
    return (
      <Page title={t('respond.news.title')}>
        <p class="voice" role="status">
          {t(refusal ?? 'respond.loading')}
        </p>
        <OtherLanguage onLanguage={onLanguage} />
      </Page>
    );
  return (
    <Page title={t('respond.news.of', { place: view.place_name })} under={view.cluster_title}>
      <p>{t('respond.news.lead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {lines.map((line, index) => (
          <p key={index} class="field">
            <label for={`line-${index}`}>{t('respond.news.line', { line: index + 1 })}</label>
            <textarea
              id={`line-${index}`}
              class="input short"
              rows={2}
              autocomplete="off"
              maxLength={line_length_max}
              value={line}
              onInput={(event) => change(index, oneLine(event.currentTarget.value))}
            />
          </p>
        ))}
        <p role="status">{state === 'told' ? t('respond.news.told') : refusal ? t(refusal) : ''}</p>
        <button
          type="submit"
          class="btn main wide"
          disabled={state === 'sending' || lines.every((line) => line.trim() === '')}
        >
          {t('respond.news.send')}
        </button>
      </form>
      {view.told_on && (
        <section>
          <h2>{t('respond.news.last', { day: plainDay(view.told_on) })}</h2>
          <ul class="plain">
            {view.lines.map((line) => (
              <li key={line} class="own">
                {line}
              </li>
            ))}
          </ul>
        </section>
      )}
      <OtherLanguage onLanguage={onLanguage} />
    </Page>
  );
}
