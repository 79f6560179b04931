import type { MailFinding } from "./mail-finding.ts";

/** Gmail shows no more of a mail than this. */
export const CLIPPED_BYTES = 102 * 1024;

const IMAGE = /<img\b(?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

/** Pictures of which people who do not see them learn nothing. */
export function imageFindings(html: string, pointer: string): MailFinding[] {
  return [...html.matchAll(IMAGE)]
    .filter(([tag]) => !/\salt\s*=/i.test(tag))
    .map(({ index }) => ({
      pointer,
      severity: "warning",
      message: 'This picture has no alt text; write what it says, or alt="" if it is decoration',
      line: html.slice(0, index).split("\n").length,
    }));
}
