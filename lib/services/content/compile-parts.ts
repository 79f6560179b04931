import { compileMailInThread, type MailFinding, type SharedParts, snippetsIn } from "#content";
import type { CompiledMail } from "#mails";
import { type Context, orBusy, type Transaction } from "#services";
import { readSharedItems } from "#store/content";
import { SHARED_TYPES } from "./item-types.ts";
import type { Slow, WithOutside } from "./outside.ts";
import type { Parts } from "./parts.ts";

export type Reader = Transaction | Context["database"]["orm"];

export type Compilation = {
  /** Null: the message is sent as it is written. */
  readonly compiled: CompiledMail | null;
  /** Made of blocks or MJML, else as it was written. */
  readonly html: string | null;
  readonly findings: readonly MailFinding[];
};

export type Item = { readonly type: string; readonly parts: Parts };

/** Makes what people receive of the parts of a message. Plain ones, and other types than email, are sent as they are. */
export async function compileParts(ctx: WithOutside, tx: Transaction, { type, parts }: Item): Promise<Compilation> {
  const asWritten = { compiled: null, html: parts.html, findings: [] };
  if (isSentAsWritten(type, parts)) return asWritten;
  const slow = slowly(parts, await sharedParts(ctx, tx, parts.mail?.layout ?? null));
  // A layout is part of the mails that come after it.
  return ctx.outside.take(type === "layout" ? slow : { ...slow, meanwhile: asWritten });
}

/** A compilation for `Outside`: nothing but these inputs decides about it. */
export const slowly = (parts: Parts, shared: SharedParts): Slow<Compilation> => {
  const { subject, html, text, mail } = parts;
  return { input: ["compile", subject, html, text, mail, shared], make: () => compileWith(parts, shared) };
};

const isSentAsWritten = (type: string, parts: Parts): boolean =>
  (type !== "email" && type !== "layout") || (type === "email" && parts.mail === null && !hasSnippets(parts));

/** The same with shared parts that are loaded, also for plain messages. */
export async function compileWith(parts: Parts, shared: SharedParts): Promise<Compilation> {
  const { subject, html, text, mail } = parts;
  const source = { subject: subject ?? "", html: html ?? "", text: text ?? "", design: mail };
  const { compiled, html: made, findings } = await orBusy(compileMailInThread(source, shared));
  return { compiled, html: mail?.editor === "blocks" || mail?.editor === "mjml" ? made : html, findings };
}

const hasSnippets = ({ html, text }: Parts): boolean =>
  [html, text].some((source) => source?.includes("snippet") && snippetsIn(source).length > 0);

/** The snippets of the workspace, and the layout of a mail. */
export async function sharedParts(ctx: Context, tx: Reader, layout: string | null): Promise<SharedParts> {
  const rows = await readSharedItems(tx, ctx.workspaceId, [...SHARED_TYPES]);
  const snippets = rows.filter(({ type }) => type === "snippet");
  const chosen = rows.find(({ type, slug }) => type === "layout" && slug === layout);
  return {
    snippets: Object.fromEntries(
      snippets.map(({ slug, html, text }) => [slug, { html: html ?? "", text: text ?? "" }]),
    ),
    layout:
      layout === null || layout === "" ? undefined : chosen ? (chosen.compiled?.main.html ?? chosen.html ?? "") : null,
  };
}
