// SPDX-License-Identifier: EUPL-1.2
// web/tools/first_question.d.mts

export function measure(linkOf: (run: number) => string): Promise<void>;
