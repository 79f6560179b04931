import { renderTexts, templateVariables } from "#content";
import { shardOf } from "#db";
import {
  holdBack,
  type InPageDocument,
  type InPageType,
  isInPageType,
  languagesOf,
  readDocument,
  renderDocument,
} from "#inpage";
import { contentKinds } from "#journey";
import type { Context } from "#services";
import { readSeen, type Seen } from "#store/content-seen";
import { type InPageDelivery, readInPage } from "#store/deliveries";
import { readClock } from "#store/engine-config";
import { readPeople } from "#store/people";
import { readWorkspaces } from "#store/workspaces";
import { policiesFor } from "./capped.ts";
import type { InPageContent } from "./schema.ts";

/** Who looks at a page of which site. */
export type Visitor = { readonly personId: string; readonly siteId: string | null };

const NOTHING: InPageContent = { content: [], held: [] };

/** What is to be shown to a visitor now, made ready for them, the most important first; and what waits, with the reason. */
export async function readContentFor(
  ctx: Context,
  { personId, siteId }: Visitor,
  languages: readonly string[],
): Promise<InPageContent> {
  const { sql } = ctx.database;
  const rows = await readInPage(sql, { workspaceId: ctx.workspaceId, personId, siteId });
  if (rows.length === 0) return NOTHING;
  const [seen, now, [person], [workspace]] = await Promise.all([
    readSeen(sql, personId),
    readClock(sql),
    readPeople(sql, [shardOf(personId)], [personId]),
    readWorkspaces(sql, [ctx.workspaceId]),
  ]);
  if (!person || !workspace) return NOTHING;
  const refusal = await policiesFor(ctx, workspace, person, rows);
  // The language that the person chose comes before those of the browser.
  const asked = [...languagesOf(person.traits), ...languages];
  const content: (InPageContent["content"][number] & { readonly priority: number })[] = [];
  const held: InPageContent["held"] = [];
  for (const row of rows) {
    const kept = refusal(row, now);
    const found = kept === null ? judge(row, seen, now) : { reason: kept };
    const variables = templateVariables({ person, workspace, variables: row.variables });
    const ready = "reason" in found ? found : await makeReady(found, asked, variables);
    if ("reason" in ready) held.push({ deliveryId: row.id, key: row.key, reason: ready.reason });
    else content.push({ ...viewOf(row), priority: ready.priority, document: { ...ready } });
  }
  // Sorting is stable: of equal ones the older comes first.
  content.sort((one, other) => other.priority - one.priority);
  return { content: content.map(({ priority, ...view }) => view), held };
}

type Held = { readonly reason: string };
type Judged = { readonly type: InPageType; readonly document: InPageDocument };

function judge(row: InPageDelivery, seen: readonly Seen[], now: number): Judged | Held {
  const { type, body, contentId } = row;
  if (!isInPageType(type)) return { reason: "not_a_document" };
  const { document } = readDocument(type, body);
  if (document === null) return { reason: "not_a_document" };
  const isBegun = row.status === "shown" && contentKinds[type].goesOn;
  const reason = holdBack({ contentId, type, document }, seen, now);
  return reason !== null && !(isBegun && reason === "frequency") ? { reason } : { type, document };
}

/** Each text is rendered by itself, as plain text: whatever a trait holds, it stays the text of one block. */
export async function makeReady(
  { type, document }: Judged,
  languages: readonly string[],
  variables: Record<string, unknown>,
) {
  const sources = new Set<string>();
  const collect = (source: string) => {
    sources.add(source);
    return "";
  };
  renderDocument(type, document, { languages, render: collect });
  const rendered = await renderTexts(sources, variables).catch(() => null);
  if (rendered === null) return { reason: "busy" };
  if (rendered.error) return { reason: `bad_template: ${rendered.error.message}` };
  return renderDocument(type, document, { languages, render: (source) => rendered.texts.get(source) ?? "" });
}

function viewOf({ id, journeyId, enrollmentId, nodeId, contentId, key, type, display }: InPageDelivery) {
  const { step = null, done = [] } = display ?? {};
  return { deliveryId: id, journeyId, enrollmentId, nodeId, contentId, key, type, step, done: [...done] };
}
