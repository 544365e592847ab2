// SPDX-License-Identifier: EUPL-1.2
// web/form/view/mount.tsx
//
// The form in an element of a page that is drawn otherwise (the editor's preview).

/** @jsxImportSource preact */

import { render } from 'preact';
import { FormView } from './form_view.tsx';
import type { FormViewProps } from './use_answering.ts';

/** Answers how to take it away. */
export function mountForm(element: Element, props: FormViewProps): () => void {
  render(<FormView {...props} />, element);
  return () => render(null, element);
}
