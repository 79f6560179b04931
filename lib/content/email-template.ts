import type { Utm } from "#mails";
import type { RenderNotes } from "./render-notes.ts";

/** The sources of an email, in Liquid. */
export type EmailTemplate = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly fromName?: string;
  readonly replyTo?: string;
  /** Addresses, one a line. */
  readonly cc?: string;
  /** Added to the links of the rendered HTML; its values are Liquid too. */
  readonly utm?: Utm;
};

export type EmailField = "subject" | "html" | "text" | "fromName" | "replyTo" | "cc" | "utm";

/** An error in one part of an email; `line` counts from 1. */
export type EmailError = {
  readonly field: EmailField;
  readonly message: string;
  readonly line: number;
  /** The time limit was exceeded, possibly because the machine is busy, so it may be retried. */
  readonly again?: true;
};

/** The headers that a mail may have besides its subject; empty: it has none. */
export type MailHeaders = { readonly fromName: string; readonly replyTo: string; readonly cc: readonly string[] };

export type RenderedEmail = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: MailHeaders;
  readonly errors: readonly EmailError[];
} & RenderNotes;

export const NO_HEADERS: MailHeaders = { fromName: "", replyTo: "", cc: [] };
