// SPDX-License-Identifier: EUPL-1.2
// web/ui/kept_focus_test.ts

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFocus } from './kept_focus.ts';

let end: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML =
    '<main><section id="sheet"><form><button>Send</button></form></section><p><a href="/">On</a></p></main>';
  end = keepFocus();
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

const button = () => document.querySelector('button') as HTMLButtonElement;
const form = () => document.querySelector('form') as HTMLFormElement;

async function later() {
  await Promise.resolve(); // the observer is told in a microtask
  vi.advanceTimersByTime(1000);
}

test('a form that goes away leaves the focus on the sheet around it', async () => {
  button().focus();
  form().remove();
  await later();
  expect(document.activeElement?.id).toBe('sheet');
});

test('what took the focus by itself keeps it', async () => {
  button().focus();
  form().remove();
  document.querySelector('a')?.focus();
  await later();
  expect(document.activeElement?.tagName).toBe('A');
});

test('somebody who pointed elsewhere is left alone', async () => {
  button().focus();
  button().blur();
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  form().remove();
  await later();
  expect(document.activeElement).toBe(document.body);
});
