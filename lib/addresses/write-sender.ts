import { readSender, SenderError } from "./read-sender.ts";

/** A mailbox as a header has it; a name in quotes may hold any character. */
export const writeSender = (name: string, address: string): string =>
  /^[\p{L}\p{M}\p{N} '_-]+$/u.test(name)
    ? `${name} <${address}>`
    : `"${name.replaceAll(/(["\\])/g, "\\$1")}" <${address}>`;

/** A sender under another name; what is no sender, or would be none with the name, stays as it is. */
export function renameSender(sender: string, name: string): string {
  if (name === "") return sender;
  try {
    const renamed = writeSender(name, readSender(sender).address);
    readSender(renamed);
    return renamed;
  } catch (error) {
    if (error instanceof SenderError) return sender;
    throw error;
  }
}
