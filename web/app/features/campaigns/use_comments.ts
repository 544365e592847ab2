// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/use_comments.ts
//
// One hook per request about what people wrote. The other college's word arrives as it is said.

import { useLive } from '#app/api/live.ts';
import { useRead, useWrite } from '#app/api/queries.ts';
import type { PackText } from '#app/pack_text.ts';
import type { components } from '#app/api/schema.ts';
import type { Holder } from './types.ts';

export type CommentToRead = components['schemas']['CommentToRead'];
export interface CommentsToRead {
  questions: { item: string; text: PackText }[];
  comments: CommentToRead[];
}

const comments = (id: string) => `/api/campaigns/${id}/comments`;

export function useComments(id: string, isEnabled: boolean) {
  useLive([`campaigns/${id}`]);
  return useRead<CommentsToRead>(comments(id), { isEnabled });
}

export function useSettleComment(id: string, number: number) {
  return useWrite<CommentsToRead, { college: Holder; before: string; shown: string }>(
    'POST',
    `${comments(id)}/${number}`,
    { changes: [comments(id)] },
  );
}

export function useReleaseComments(id: string) {
  return useWrite<unknown, { college: Holder }>('POST', `${comments(id)}/release`, {
    changes: [comments(id), `/api/campaigns/${id}/results`],
  });
}
