// SPDX-License-Identifier: EUPL-1.2
// web/ui/index.ts
//
// The door to the pieces: import { Button, Sheet } from '#ui'. Dialog, Menu, Tabs and StaleDialog
// are entered by their own file ('#ui/dialog.tsx'), so that a first page does not carry them.

export { Button, LinkButton } from './button.tsx';
export { Checkbox, Choice, type Option, Select } from './choice.tsx';
export { type Column, DataTable, WithheldNote, withheld } from './data_table.tsx';
export { type Due, DueList } from './due_list.tsx';
export { type Fact, Facts, Means, type MeansGiven } from './facts.tsx';
export { Icon, type IconName } from './icons.tsx';
export { Quote, type State, StateMark, Tag } from './marks.tsx';
export { EmptyState, Loading, SavingMark, UndoBar } from './notes.tsx';
export { Opened } from './opened.tsx';
export { PageHead } from './page_head.tsx';
export { ProblemNote } from './problem_note.tsx';
export { type FieldProblem, fieldTexts, type ProblemLike, problemText } from './problem_words.ts';
export { type Room, rooms } from './rooms.ts';
export { Notice, Plank, Section, Sheet } from './surfaces.tsx';
export { TextArea } from './text_area.tsx';
export { DateField, TextField } from './text_field.tsx';
export { TextLink } from './text_link.tsx';
export { type Knot, type KnotKind, type LineKnot, ThreadLine, ThreadStrip } from './thread.tsx';
