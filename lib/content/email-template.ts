import type { RenderNotes } from "./render-notes.ts";

/** The three sources of an e-mail, in Liquid. */
export type EmailTemplate = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

export type EmailField = keyof EmailTemplate;

/** An error in one part of an email; `line` counts from 1. */
export type EmailError = {
  readonly field: EmailField;
  readonly message: string;
  readonly line: number;
  /** The time limit was exceeded, possibly because the machine is busy, so it may be retried. */
  readonly again?: true;
};

export type RenderedEmail = EmailTemplate & { readonly errors: readonly EmailError[] } & RenderNotes;
