// SPDX-License-Identifier: EUPL-1.2
// web/ui/page_focus.ts
//
// After a change of page, the new title takes the focus, so that a screen reader says where one is
// and Tab starts there. The title may arrive later than the path (its data is loading): the wish is
// kept until a PageHead takes it. On the very first page nothing moves: the skip link comes first.

let isWished = false;

export function wishTitleFocus(): void {
  isWished = true;
}

export function takeTitleFocusWish(): boolean {
  const wished = isWished;
  isWished = false;
  return wished;
}
