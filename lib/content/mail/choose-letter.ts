import {
  type CompiledMail,
  chooseLanguage,
  languageChain,
  type MailDesign,
  personLanguage,
  workspaceLanguages,
} from "#mails";
import type { EmailTemplate } from "../email-template.ts";

/** The stored parts of a message. */
export type StoredLetter = {
  readonly subject: string | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly mail?: MailDesign | null;
  readonly compiled?: CompiledMail | null;
};

type Reader = {
  readonly traits: Readonly<Record<string, unknown>>;
  readonly settings: Readonly<Record<string, unknown>>;
  /** A language to use instead of the person's. */
  readonly language?: string | null;
};

/** The template of a message for one person: in their language, with what its headers and links need. */
export function chooseLetter(
  { subject, html, text, mail = null, compiled = null }: StoredLetter,
  { traits, settings, language }: Reader,
): EmailTemplate {
  const plain = { subject: subject ?? "", html: html ?? "", text: text ?? "" };
  const tag = languageOf(mail, compiled, { traits, settings, language: language ?? null });
  const letter = compiled === null ? plain : ((tag === null ? null : compiled.languages[tag]) ?? compiled.main);
  const utm = mail?.utm === undefined ? workspaceUtm(settings) : mail.utm;
  return {
    ...letter,
    ...(mail?.fromName ? { fromName: mail.fromName } : {}),
    ...(mail?.replyTo ? { replyTo: mail.replyTo } : {}),
    ...(mail?.cc?.length ? { cc: mail.cc.join("\n") } : {}),
    ...(utm ? { utm } : {}),
  };
}

function languageOf(
  mail: MailDesign | null,
  compiled: CompiledMail | null,
  { traits, settings, language }: Reader,
): string | null {
  const written = Object.keys(compiled?.languages ?? {});
  if (written.length === 0) return null;
  const wanted = workspaceLanguages(settings);
  return chooseLanguage(
    languageChain(language ?? personLanguage(traits), wanted),
    mail?.language ?? wanted[0] ?? null,
    written,
  );
}

/** What the workspace adds to links, from its settings. */
function workspaceUtm({ utm }: Readonly<Record<string, unknown>>): EmailTemplate["utm"] | null {
  if (typeof utm !== "object" || utm === null) return null;
  const texts = Object.entries(utm).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts.filter(([name]) => UTM_NAMES.has(name)));
}

const UTM_NAMES = new Set(["source", "medium", "campaign", "term", "content"]);
