import type { ImportedContent } from "../contract.ts";
import { listOf, sayList, textOf } from "../json.ts";
import { type Found, lastingId } from "./export-index.ts";
import { translateTokens } from "./tokens.ts";

type Message = {
  readonly content: ImportedContent;
  readonly reasons: readonly string[];
  readonly unfinished: boolean;
};

/** An email of the export; null = it is not in the file. */
export function emailContent(found: Found | null, name: string): Message {
  if (found === null) return missing("email", name);
  const { fields } = found;
  const reasons: string[] = [];
  const translate = (value: unknown) => {
    const translated = translateTokens(textOf(value));
    reasons.push(...sayTokens(translated.removed, translated.hasLiquid));
    return translated.text;
  };
  const [subject, html, text] = [fields.subject, fields.custom_html, fields.plain_text].map(translate);
  if (textOf(fields.preheader_text) !== "") reasons.push("Its preheader is left out.");
  if (listOf(fields.dynamic_content).some(hasVariants)) reasons.push("Its dynamic content is left out.");
  if (textOf(fields.from_address) !== "" || textOf(fields.from_name) !== "")
    reasons.push("Its sender is left out: senders are set up in this workspace.");
  const isEmpty = !html && !text;
  if (isEmpty) reasons.push("The file has no text of this email: write it.");
  const content: ImportedContent = {
    key: `email:${lastingId(found)}`,
    type: "email",
    name: textOf(fields.name) || name,
    subject: (subject ?? "").slice(0, 1_000),
    html: html || null,
    text: text || null,
    body: {},
  };
  return { content, reasons: [...new Set(reasons)], unfinished: isEmpty };
}

/** A text message of the export; null = it is not in the file. */
export function smsContent(found: Found | null, name: string): Message {
  if (found === null) return missing("sms", name);
  const { text, removed, hasLiquid } = translateTokens(textOf(found.fields.message));
  const content: ImportedContent = {
    key: `sms:${lastingId(found)}`,
    type: "sms",
    name: textOf(found.fields.name) || name,
    subject: null,
    html: null,
    text: text || null,
    body: {},
  };
  return { content, reasons: sayTokens(removed, hasLiquid), unfinished: text === "" };
}

function missing(type: "email" | "sms", name: string): Message {
  const content = { key: `${type}:${name}`, type, name, subject: null, html: null, text: null, body: {} };
  return { content, reasons: ["The message is not in the file: write it."], unfinished: true };
}

function sayTokens(removed: readonly string[], hasLiquid: boolean): string[] {
  const said: string[] = [];
  if (removed.length > 0) said.push(`Left out of its text, because nothing here says the same: ${sayList(removed)}.`);
  if (hasLiquid) said.push("Its text holds {{ or {%, which is template code here: look it through.");
  return said;
}

/** Every email has an empty variant, with which the content is the same for all. */
const hasVariants = (entry: unknown): boolean =>
  typeof entry === "object" && entry !== null && JSON.stringify(entry).includes('"operator"');
