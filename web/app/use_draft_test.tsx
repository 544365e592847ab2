// SPDX-License-Identifier: EUPL-1.2
// web/app/use_draft_test.tsx
//
// A draft survives a page of detour, says when it was kept, and is gone when told.

import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { eraseDrafts, useDraft } from './use_draft.ts';

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const open = () => renderHook(() => useDraft('test', { reason: '', until: '' }));

test('nothing is kept before somebody writes', () => {
  const { result } = open();
  act(() => void vi.advanceTimersByTime(5000));
  expect(result.current.saved_at).toBeNull();
  expect(sessionStorage.length).toBe(0);
});

test('words are kept after a short pause', () => {
  const { result } = open();
  act(() => result.current.change({ reason: 'La salle est libre' }));
  expect(result.current.saved_at).toBeNull();
  act(() => void vi.advanceTimersByTime(500));
  expect(result.current.saved_at).not.toBeNull();
});

test('leaving before the pause loses nothing', () => {
  const first = open();
  act(() => first.result.current.change({ reason: 'La salle' }));
  first.unmount();
  const second = open();
  expect(second.result.current.value).toEqual({ reason: 'La salle', until: '' });
  expect(second.result.current.wasRestored).toBe(true);
});

test('once sent, a draft is gone', () => {
  const first = open();
  act(() => first.result.current.change({ reason: 'La salle' }));
  act(() => first.result.current.clear());
  first.unmount();
  expect(open().result.current.value.reason).toBe('');
});

test('signing out erases drafts and nothing else', () => {
  sessionStorage.setItem('other', 'kept');
  const { result, unmount } = open();
  act(() => result.current.change({ reason: 'x' }));
  unmount();
  eraseDrafts();
  expect(Object.keys(sessionStorage)).toEqual(['other']);
});
