import * as z from "zod";
import { Blocks } from "./block.ts";

const SOURCE = 100 * 1024;
const Source = z.string().max(SOURCE, "may have 100 KB at most");
const Line = z
  .string()
  .max(1_000, "may have 1,000 characters at most")
  .refine((text) => !/[\r\n]/.test(text), "is one line");
const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, "is a colour such as #1a2b3c");

/** A language as people and browsers write it: `de`, `pt-BR`, `zh-Hant`. */
export const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, "is a language such as de or pt-BR");

export const EDITORS = ["html", "mjml", "blocks"] as const;
export type Editor = (typeof EDITORS)[number];

export const MailStyle = z.strictObject({
  background: Colour.optional(),
  surface: Colour.optional(),
  ink: Colour.optional(),
  accent: Colour.optional(),
  font: z.enum(["sans", "serif", "mono"]).optional(),
});
export type MailStyle = z.infer<typeof MailStyle>;

/** Added to every link of a mail, for the statistics of the site that it leads to. */
export const Utm = z.strictObject({
  source: Line.optional(),
  medium: Line.optional(),
  campaign: Line.optional(),
  term: Line.optional(),
  content: Line.optional(),
});
export type Utm = z.infer<typeof Utm>;

/** The same mail in another language; what is absent is taken from the main one. */
export const Translation = z.strictObject({
  subject: Line.optional(),
  preheader: Line.optional(),
  html: Source.optional(),
  mjml: Source.optional(),
  blocks: Blocks.optional(),
  text: Source.optional(),
});
export type Translation = z.infer<typeof Translation>;

/** How an email is written and sent, besides its subject, HTML and text. */
export const MailDesign = z
  .strictObject({
    /** What the body is written in; `html` is then made from it when it is published. */
    editor: z.enum(EDITORS).optional(),
    mjml: Source.optional(),
    blocks: Blocks.optional(),
    style: MailStyle.optional(),
    /** The line that inboxes show behind the subject. */
    preheader: Line.optional(),
    fromName: Line.optional(),
    replyTo: Line.optional(),
    cc: z.array(Line).max(10, "has at most 10 addresses").optional(),
    /** The slug of a layout. */
    layout: z.string().max(120).nullish(),
    /** `null` adds none, absent adds the workspace's. */
    utm: Utm.nullish(),
    /** The language of the main text. */
    language: LanguageTag.optional(),
    languages: z
      .record(LanguageTag, Translation)
      .refine((languages) => Object.keys(languages).length <= 40, "has at most 40 languages")
      .optional(),
  })
  .meta({ id: "MailDesign" });
export type MailDesign = z.infer<typeof MailDesign>;

/** The editor of a mail; one that has only `html` is written in HTML. */
export const editorOf = (design: MailDesign | null): Editor => design?.editor ?? "html";
