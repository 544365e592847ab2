// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/links.ts
//
// The addresses of a campaign, and the list of them as a file. What follows the # never leaves the browser that opens it.

const hash_length = 32;

/** {origin}/q/{campaign}#{CODE}.{HASH32}: the code lets somebody in once; the digest refuses another manifest. */
export function linkOf(origin: string, campaign: string, code: string, sha256: string): string {
  return `${origin}/q/${campaign}#${code}.${sha256.slice(0, hash_length)}`;
}

/** Without a code: it is typed there, from a letter or a slip, and the digest is compared by eye. */
export function addressOf(origin: string, campaign: string): string {
  return `${origin}/q/${campaign}`;
}

/** For a screen that is handed round. */
export function kioskOf(origin: string, campaign: string): string {
  return `${addressOf(origin, campaign)}/borne`;
}

/** Where sheets of paper are typed. */
export function typingOf(origin: string, campaign: string): string {
  return `${addressOf(origin, campaign)}/papier`;
}

/** As the page of people who answer shows it: « 0123 4567 89ab cdef ». */
export function shortHash(sha256: string): string {
  return sha256.slice(0, hash_length).replace(/.{4}(?=.)/g, '$& ');
}

/** Read easily aloud and typed without fault: groups of five, the first takes the one that is left. */
export function grouped(code: string): string {
  const first = 5 + (code.length % 5);
  return [code.slice(0, first), ...(code.slice(first).match(/.{5}/g) ?? [])].join(' ');
}

/** One link a line, in no order that says anything: the codes come from the server in the order it drew them. */
export function csvOf(heading: string, links: readonly string[]): string {
  return `\ufeff${[heading, ...links].map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\r\n')}\r\n`;
}

export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
