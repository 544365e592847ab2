// SPDX-License-Identifier: EUPL-1.2
// web/form/view/index.ts
//
// Draws a questionnaire, for the page without an account and for the preview of the editor: one renderer, no drift.

export { FormView } from './form_view.tsx';
export { mountForm } from './mount.tsx';
export type { FormViewProps } from './use_answering.ts';
export { loadFormWords } from './words.ts';
