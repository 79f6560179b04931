/** The longest line, with the sign that joins it to the next one (RFC 2045, 6.7). */
const LINE = 76;
/** How far from its end a line may be cut to keep a word whole. */
const MARGIN = 25;

/** What is written as a code: other than ASCII, `=`, control characters, and white space at the end of a line. */
const ESCAPED = /[ \t](?=[\r\n]|$)|[^\t\n\r -<>-~]+/g;

/**
 * Text as quoted-printable, with the line breaks that it has. nodemailer looks at each byte and searches each line with
 * several expressions, which took three times as long.
 */
export function quotedPrintable(text: string): string {
  const escaped = text.replace(ESCAPED, codesOf);
  let written = "";
  for (let from = 0; from < escaped.length; ) {
    const end = escaped.indexOf("\n", from);
    const next = end === -1 ? escaped.length : end + 1;
    written += joined(escaped, from, next);
    from = next;
  }
  return written;
}

const codesOf = (text: string): string => Buffer.from(text).toString("hex").toUpperCase().replace(/../g, "=$&");

/** One line with soft breaks; its own break, which is not counted, stays at the end. */
function joined(text: string, start: number, end: number): string {
  const own = text.charCodeAt(end - 2) === CR ? 2 : 1;
  const last = text.charCodeAt(end - 1) === LF ? end - own : end;
  if (last - start <= LINE) return text.slice(start, end);
  let line = "";
  let from = start;
  while (last - from > LINE) {
    const cut = cutOf(text, from);
    line += `${text.slice(from, cut)}=\r\n`;
    from = cut;
  }
  return line + text.slice(from, end);
}

const [CR, LF, EQUALS] = [13, 10, 61];
/** 1 for signs behind which a line may end; what is escaped is ASCII. */
const BREAKS = new Uint8Array(128);
for (const sign of " \t.,!?") BREAKS[sign.charCodeAt(0)] = 1;

/** Behind a word if one ends nearby, else at the end, but never within a code or a character of several codes. */
function cutOf(text: string, from: number): number {
  const most = from + LINE - 1;
  for (let cut = most; cut > most - MARGIN; cut--) if (BREAKS[text.charCodeAt(cut - 1)] === 1) return cut;
  let cut = most;
  if (text.charCodeAt(cut - 1) === EQUALS) cut -= 1;
  else if (text.charCodeAt(cut - 2) === EQUALS) cut -= 2;
  while (cut - 3 > from && isContinued(text, cut)) cut -= 3;
  return cut;
}

/** Whether the code there belongs to the character of the code before it: its byte begins with the bits 10. */
const isContinued = (text: string, at: number): boolean =>
  text.charCodeAt(at) === EQUALS && /[89AB]/.test(text.charAt(at + 1));
