// SPDX-License-Identifier: EUPL-1.2
// web/words/tag.ts
//
// A tag inside a sentence, "<b>like this</b>": the function that dresses what stands between.

import type { ReactNode } from 'react';

export type Tag = (inside: ReactNode[]) => ReactNode;
