// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/parts.ts
//
// The pieces of a sheet, for another page that shows one. Apart from index.ts, which the first page carries.

export { Comments } from './comments.tsx';
export { sectionOf } from './contents.ts';
export { Lacks } from './lacks.tsx';
export { OwnReadings } from './reading_forms.tsx';
export { SectionShown } from './section_shown.tsx';
export { Sources } from './sources.tsx';
export {
  changes,
  type SheetSummary,
  type SheetView,
  useSheet,
  useSheetPlaces,
} from './use_sheets.ts';
