// SPDX-License-Identifier: EUPL-1.2
// web/ui/opened.tsx
//
// A form that a button opened in the page, in the button's own place: <Opened onClose={close}>…</Opened>. The focus
// goes into it; Escape closes it; closed, the focus is back on the button, which stands there again.

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';

const fields = 'input:not([type=hidden]), select, textarea';
let last_focused: Element | null = null;

if (typeof document !== 'undefined')
  document.addEventListener('focusin', (event) => {
    last_focused = event.target instanceof Element ? event.target : null;
  });

export function Opened({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const opener = last_focused;
    const words = opener?.textContent;
    const around = element.current?.parentElement;
    const first = element.current?.querySelector<HTMLElement>(fields);
    (first ?? element.current)?.focus();
    return () => {
      // The button comes back a moment after the form has gone.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        const again = opener?.isConnected
          ? opener
          : Array.from(around?.querySelectorAll('button') ?? []).find(
              (button) => button.textContent === words,
            );
        if (again instanceof HTMLElement) again.focus();
      });
    };
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  }

  return (
    // The keys of what is inside are heard here; there is nothing to press on the frame itself.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- said above
    <div ref={element} tabIndex={-1} className="opened" onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
