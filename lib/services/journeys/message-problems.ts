import { checkDocument, isInPageType } from "#inpage";
import {
  type Catalog,
  contentKind,
  isDisabled,
  isInPage,
  type JourneyDocument,
  type JourneyNode,
  type JsonObject,
  nodeKinds,
  type Problem,
  type ProblemCode,
} from "#journey";
import type { Context, Transaction } from "#services";
import { isPublishableKeyUsed } from "#store/api-keys";
import { readWritten } from "#store/content";

type Reader = Transaction | Context["database"]["orm"];
type ContentRow = Awaited<ReturnType<typeof readWritten>>[number];

/** The messages that a document's steps send, each with its content; the call that a step makes by itself is a content of its own. */
export async function usedContent(
  tx: Reader,
  document: JourneyDocument,
  catalog: Catalog,
): Promise<{ node: JourneyNode; row: ContentRow }[]> {
  const used = document.nodes.flatMap((node) => {
    const isUsed = nodeKinds[node.type].usesContent && !isDisabled(node);
    const item = isUsed && node.contentId !== null ? catalog.content?.get(node.contentId) : undefined;
    return item ? [{ node, id: item.id }] : [];
  });
  const calls = document.nodes.flatMap((node) => {
    const body = isDisabled(node) ? undefined : nodeKinds[node.type].callOf?.(node.config);
    return body === undefined ? [] : [{ node, row: asContent(node, body) }];
  });
  if (used.length === 0) return calls;
  const rows = await readWritten(tx, [...new Set(used.map((use) => use.id))]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const messages = used.flatMap(({ node, id: contentId }) => {
    const row = byId.get(contentId);
    return row ? [{ node, row }] : [];
  });
  return [...messages, ...calls];
}

function asContent({ id, name }: JourneyNode, body: JsonObject): ContentRow {
  const empty = { subject: null, html: null, text: null, mail: null, compiled: null, transactional: false };
  return { ...empty, id, name, type: "webhook", body };
}

/** Where a template of a node is written. */
export const templateField = ({ type }: JourneyNode): string => (nodeKinds[type].usesContent ? "contentId" : "config");

/** Messages that cannot be delivered: an error if nothing can ever be sent, else a warning. */
export function undeliverable(used: readonly { node: JourneyNode; row: ContentRow }[]): Problem[] {
  return used.flatMap(({ node, row }) => [
    ...emptyProblems(node, row),
    ...urlProblems(node, row),
    ...showingProblems(node, row),
  ]);
}

const isBlank = (text: string | null) => (text ?? "").trim() === "";

function emptyProblems(node: JourneyNode, { name, type, subject, html, text }: ContentRow): Problem[] {
  if (!contentKind(type)?.isWritten || !isBlank(html) || !isBlank(text)) return [];
  if (isBlank(subject)) return [message("empty_content", "error", node, "contentId", `“${name}” is empty.`)];
  return [message("empty_content", "warning", node, "contentId", `“${name}” has a subject but no body.`)];
}

/** Content in pages that no page can show, or that people cannot read or leave. One that is not written yet is a warning. */
function showingProblems(node: JourneyNode, { name, type, body }: ContentRow): Problem[] {
  if (!isInPageType(type)) return [];
  if (Object.keys(body).length === 0)
    return [message("bad_document", "warning", node, "contentId", `“${name}” has nothing to show yet.`)];
  return checkDocument(type, body).map(({ level, pointer, message: sentence }) =>
    message("bad_document", level, node, "contentId", `“${name}”, ${pointer || "the document"}: ${sentence}.`),
  );
}

/** An address in Liquid is known only after rendering, except the part before the first tag. */
function urlProblems(node: JourneyNode, { name, type, body }: ContentRow): Problem[] {
  if (!contentKind(type)?.isCall) return [];
  const url = typeof body.url === "string" ? body.url.trim() : "";
  const field = templateField(node);
  if (url === "") return [message("bad_url", "error", node, field, `“${name}” has no address to call.`)];
  if (/^(\{\{|\{%)/.test(url) || isWebAddress(url)) return [];
  const sentence = `“${name}” calls “${url.slice(0, 100)}”, which is not an address such as https://example.com/hook.`;
  return [message("bad_url", "error", node, field, sentence)];
}

function isWebAddress(url: string): boolean {
  const plain = url.replace(/\{\{.*?\}\}|\{%.*?%\}/g, "1");
  return /^https?:\/\//i.test(plain) && URL.canParse(plain);
}

/** In-page content is shown by the SDK only, and no page has used a publishable key so far. */
export async function unseenProblems(ctx: Context, tx: Reader, { nodes }: JourneyDocument): Promise<Problem[]> {
  const inPage = nodes.filter(
    (node) => nodeKinds[node.type].usesContent && isInPage(node.config.contentType) && !isDisabled(node),
  );
  if (inPage.length === 0) return [];
  if (await isPublishableKeyUsed(tx, ctx.workspaceId)) return [];
  const sentence = "no page has loaded the SDK yet, so this cannot be shown.";
  return inPage.map((node) => message("no_sdk", "warning", node, "contentId", sentence));
}

function message(
  code: ProblemCode,
  severity: Problem["severity"],
  node: JourneyNode,
  field: string,
  sentence: string,
): Problem {
  return { code, severity, nodeId: node.id, edgeId: null, field, message: `“${node.label ?? node.name}”: ${sentence}` };
}
