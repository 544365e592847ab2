// SPDX-License-Identifier: EUPL-1.2
// web/ui/rooms.ts
//
// The five rooms, in the order of the loop. A room is told by its icon, its word and its edge.

export const rooms = ['frame', 'listen', 'understand', 'try', 'share'] as const;

export type Room = (typeof rooms)[number];
