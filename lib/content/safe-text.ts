import { toValue } from "liquidjs";

/**
 * Text of an HTML message that is escaped already: by a filter such as `escape`, or by a `{% capture %}` with escaped outputs. Printing does not escape it; tags and operators use its text.
 *
 * It is no `Drop` of the library: tags such as `echo` turn a `Drop` into its value before they hand it on to be escaped.
 */
export class SafeText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }

  /** Used for `size` and other properties. */
  toLiquid(): string {
    return this.text;
  }

  /** Used by `contains`. */
  indexOf(wanted: unknown): number {
    return this.text.indexOf(String(wanted));
  }

  /** A loop over a text has one iteration. */
  *[Symbol.iterator](): Iterator<SafeText> {
    if (this.text !== "") yield this;
  }

  // With these five methods the library's operators compare it as a text.
  equals(other: unknown): unknown {
    return isComparable(other) ? other.equals(this.text) : this.text === textIn(other);
  }
  gt(other: unknown): boolean {
    return this.text > String(textIn(other));
  }
  geq(other: unknown): boolean {
    return this.text >= String(textIn(other));
  }
  lt(other: unknown): boolean {
    return this.text < String(textIn(other));
  }
  leq(other: unknown): boolean {
    return this.text <= String(textIn(other));
  }
}

const textIn = (value: unknown): unknown => (value instanceof SafeText ? value.text : toValue(value));

/** `empty`, `blank` and `nil` define their own equality. */
const isComparable = (value: unknown): value is { equals: (other: unknown) => unknown } =>
  typeof value === "object" && value !== null && !(value instanceof SafeText) && "equals" in value && "leq" in value;

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
const escapeSign = (sign: string): string => SIGNS[sign] ?? sign;

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, escapeSign);
}

/** Existing character references stay unchanged. */
export function escapeHtmlOnce(text: string): string {
  return text.replaceAll(/&(?!(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)|[<>"']/gi, escapeSign);
}

/** The original text, for uses that need text instead of HTML, such as an address. */
export function unescapeHtml(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#34|#39);/g, (written) => WRITTEN[written] ?? written);
}

const WRITTEN: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#34;": '"',
  "&#39;": "'",
};
