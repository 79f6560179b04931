/** What people receive, still in Liquid. */
export type Letter = { readonly subject: string; readonly html: string; readonly text: string };

/** A mail as it is sent: the main letter, and one for each other language. */
export type CompiledMail = { readonly main: Letter; readonly languages: Readonly<Record<string, Letter>> };
