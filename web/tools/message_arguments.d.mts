// SPDX-License-Identifier: EUPL-1.2
// web/tools/message_arguments.d.mts
//
// Types of message_arguments.mjs, for the tests.

export function argumentsOf(message: string): Record<string, 'number' | 'text' | 'tag'>;
