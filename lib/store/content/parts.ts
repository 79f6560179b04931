import { jsonb, text } from "drizzle-orm/pg-core";
import type { CompiledMail, MailDesign } from "#mails";
import { onEmpty } from "./on-empty.ts";

/** What an edit of content changes: the draft, the published row and each earlier revision have all of it. */
export const contentParts = () => ({
  name: text("name").notNull(),
  subject: text("subject"),
  html: text("html"),
  text: text("text"),
  body: jsonb("body").$type<Record<string, unknown>>().notNull().default({}),
  /** How an email is written and sent, besides subject, HTML and text; null = as it stands in them. */
  mail: jsonb("mail").$type<MailDesign>(),
  onEmpty: onEmpty(),
});

/** The letters that were made of an email when it was published; null = it is sent as it is written. */
export const compiled = () => jsonb("compiled").$type<CompiledMail>();
