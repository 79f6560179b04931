import type { RenderNotes } from "./render-notes.ts";

/** The three sources of an e-mail, in Liquid. */
export type EmailTemplate = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

export type EmailField = keyof EmailTemplate;

/** What is wrong in which part of an e-mail; `line` counts from 1. */
export type EmailError = {
  readonly field: EmailField;
  readonly message: string;
  readonly line: number;
  /** The time was over, which may have been the machine's doing: worth another try. */
  readonly again?: true;
};

export type RenderedEmail = EmailTemplate & { readonly errors: readonly EmailError[] } & RenderNotes;
