// SPDX-License-Identifier: EUPL-1.2
// web/ui/kept_focus.ts
//
// A form that has been sent often goes away, and the focus with it: Tab would start again from the top of the page.
// Once nothing else has taken it (a title, a button that comes back), it goes to the nearest part that still stands.

/** Longer than what gives the focus back by itself: a dialog that closes, a button that returns. */
const settled_after_ms = 150;

/** Watches from now on; what is returned ends it. */
export function keepFocus(): () => void {
  let path: readonly Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function remember(event: FocusEvent) {
    path = event.target instanceof Element ? withAncestors(event.target) : [];
  }
  // Somebody who points elsewhere has left it themselves.
  function forget() {
    path = [];
  }
  function settle() {
    timer = undefined;
    if (!isLost(path)) return;
    const standing = path.find((element) => element.isConnected && element.closest('main'));
    path = [];
    if (!(standing instanceof HTMLElement)) return;
    if (!standing.hasAttribute('tabindex')) standing.tabIndex = -1;
    standing.focus({ preventScroll: true });
  }

  const observer = new MutationObserver(() => {
    if (timer === undefined && isLost(path)) timer = setTimeout(settle, settled_after_ms);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget, { capture: true });
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget, { capture: true });
  };
}

function isLost(path: readonly Element[]): boolean {
  const [held] = path;
  return held !== undefined && !held.isConnected && document.activeElement === document.body;
}

function withAncestors(element: Element): Element[] {
  const path: Element[] = [];
  for (let each: Element | null = element; each; each = each.parentElement) path.push(each);
  return path;
}
