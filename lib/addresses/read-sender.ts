import { isMailAddress } from "./is-mail-address.ts";

/** The sender of an email; `name` is empty if only an address was given. */
export type Sender = { readonly name: string; readonly address: string };

/** Why a text is not a sender: a clause after the name of the field. */
export class SenderError extends Error {
  override readonly name = "SenderError";
}

const LONGEST = 320;
// Line breaks would start another header, including those that only some programs treat as one.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const SPECIAL = /[()<>[\]:;@\\,"]/;
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const LABEL = /^[\p{L}\p{M}\p{N}_]([\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?$/u;

/**
 * The single mailbox of RFC 5322 that a text names: `Name <a@b.example>`, `"Name, Inc." <a@b.example>` or
 * `a@b.example`. Lists, groups and line breaks are refused with a `SenderError` instead of being guessed, because an
 * email without a valid sender cannot be sent.
 */
export function readSender(text: string): Sender {
  const written = text.trim();
  if (written === "") throw new SenderError("is empty");
  if (written.length > LONGEST) throw new SenderError(`is longer than ${LONGEST} characters`);
  if (UNPRINTABLE.test(written)) throw new SenderError("contains a line break or another control character");
  if (!written.endsWith(">")) return { name: "", address: readAddress(written) };
  const open = written.lastIndexOf("<");
  if (open < 0) throw new SenderError("has a “>” without a “<” before it");
  return { name: readName(written.slice(0, open).trim()), address: readAddress(written.slice(open + 1, -1).trim()) };
}

/** The error of a sender, or `null`. */
export function senderMistake(text: string): string | null {
  try {
    readSender(text);
    return null;
  } catch (error) {
    if (error instanceof SenderError) return error.message;
    throw error;
  }
}

/** A display name: words and quoted strings, joined as they would be shown. */
function readName(name: string): string {
  const parts = name.matchAll(/"((?:[^"\\]|\\.)*)"|([^"]+)|(")/g);
  let read = "";
  for (const [, quoted, plain, open] of parts) {
    if (open !== undefined) throw new SenderError("has a quotation mark without its partner");
    if (plain !== undefined && SPECIAL.test(plain))
      throw new SenderError(
        `has ${JSON.stringify(plain.match(SPECIAL)?.[0])} in its name; write the name in double quotes, such as "Acme, Inc." <hello@acme.example>`,
      );
    read += plain ?? (quoted ?? "").replaceAll(/\\(.)/g, "$1");
  }
  return read.trim();
}

function readAddress(address: string): string {
  if (/[,;]/.test(address)) throw new SenderError("must be one address, not a list");
  const shown = `“${address}” is not an email address such as hello@acme.example`;
  if (!isMailAddress(address)) throw new SenderError(`names none: ${shown}`);
  const [local = "", domain = ""] = address.split("@");
  if (local.length > 64 || !LOCAL.test(local)) throw new SenderError(`names none: ${shown}`);
  const labels = domain.split(".");
  if (domain.length > 253 || !labels.every((label) => label.length <= 63 && LABEL.test(label)))
    throw new SenderError(`names none: ${shown}`);
  return address;
}
