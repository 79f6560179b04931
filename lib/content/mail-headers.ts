import type { MailHeaders } from "./email-template.ts";

/** A line of a header, so that a line break in a value must not start another one. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\t]+/g, " ").trim();
}

export function headersOf(fromName: string, replyTo: string, cc: string): MailHeaders {
  const copies = cc.split("\n").map(oneLine);
  return { fromName: oneLine(fromName), replyTo: oneLine(replyTo), cc: copies.filter((address) => address !== "") };
}
