// SPDX-License-Identifier: EUPL-1.2
// web/respond/page.tsx
//
// The frame of every respondent screen: what this is about, the screen, and the danger line. After a
// change of screen the title takes the focus (a layout effect: later, a quick Tab would land elsewhere).

/** @jsxImportSource preact */

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from './words.ts';

let isFirstScreen = true;

interface PageProps {
  title: string;
  under?: string;
  /** The establishment, where it is known: its own contacts are shown then. */
  establishment_id?: string;
  children: ComponentChildren;
}

export function Page({ title, under, establishment_id, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = `${title} · Établi`;
    if (!isFirstScreen) heading.current?.focus();
    isFirstScreen = false;
  }, [title]);
  return (
    <div class="sheet">
      <header class="top">
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M11 6 5 12l6 6M19 6l-6 6 6 6" />
        </svg>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {under && <p>{under}</p>}
        </div>
      </header>
      <main class="body">{children}</main>
      <footer class="low">
        <a href={establishment_id ? `/qui-contacter?lieu=${establishment_id}` : '/qui-contacter'}>
          {t('respond.danger')}
        </a>
      </footer>
    </div>
  );
}
