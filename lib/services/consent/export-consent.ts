import { shardOf } from "#db";
import { type Context, invalidField, iso, isoOrNull, isUuid } from "#services";
import { exportTracking } from "#store/preferences";
import { exportSubscriptions } from "#store/subscriptions";
import { listSuppressions } from "#store/suppressions";
import { readTopics } from "#store/topics";
import { CONSENT_COLUMNS } from "./import-consent.ts";
import type { ConsentExport, ConsentExportQuery } from "./schema.ts";

const AT_ONCE = 5_000;
const FIRST = "00000000-0000-0000-0000-000000000000";

type Cell = string | boolean | null;

/** One part of a list as CSV, which the import reads again; `next` is where the following part begins. */
export async function exportConsent(ctx: Context, { kind, after }: ConsentExportQuery): Promise<ConsentExport> {
  const { rows, next } = await ROWS[kind](ctx, after ?? "");
  const head = after === undefined ? [CONSENT_COLUMNS[kind]] : [];
  return { csv: [...head, ...rows].map(csvLine).join(""), next };
}

type Rows = { readonly rows: readonly (readonly Cell[])[]; readonly next: string | null };

const ROWS: Readonly<Record<ConsentExportQuery["kind"], (ctx: Context, after: string) => Promise<Rows>>> = {
  suppressions: async ({ database, workspaceId }, after) => {
    const before = after === "" ? null : idOf(after);
    const filter = { workspaceId, channel: null, reason: null, pattern: null, before };
    const found = await listSuppressions(database.sql, filter, AT_ONCE);
    return {
      // Without the address there is nothing that another system could do with an entry.
      rows: found
        .filter(({ address }) => address !== null)
        .map(({ channel, address, reason, detail, at, decaysAt }) => [
          ...[channel, address, reason, detail],
          ...[iso(at), isoOrNull(decaysAt)],
        ]),
      next: found.length < AT_ONCE ? null : (found.at(-1)?.id ?? null),
    };
  },

  subscriptions: async ({ database, workspaceId }, after) => {
    const [person = "", ...rest] = after.split(" ");
    const id = after === "" ? FIRST : idOf(person);
    const place = { shard: after === "" ? 0 : shardOf(id), personId: id, rest: rest.join(" ") };
    const [topics, found] = await Promise.all([
      readTopics(database.sql, [workspaceId]),
      exportSubscriptions(database.sql, workspaceId, place, AT_ONCE),
    ]);
    const key = new Map(topics.map((topic) => [topic.id, topic.key]));
    const last = found.length < AT_ONCE ? undefined : found.at(-1);
    return {
      rows: found.map((one) => [
        ...[one.userId, one.anonymousId, one.personId],
        ...[key.get(one.topic) ?? one.topic, one.channel, one.state, iso(new Date(one.at))],
      ]),
      next: last ? `${last.personId} ${last.topic} ${last.channel}` : null,
    };
  },

  tracking: async ({ database, workspaceId }, after) => {
    const id = after === "" ? FIRST : idOf(after);
    const place = { shard: after === "" ? 0 : shardOf(id), personId: id };
    const found = await exportTracking(database.sql, workspaceId, place, AT_ONCE);
    return {
      rows: found.map(({ userId, anonymousId, personId, opens, clicks }) => [
        userId,
        anonymousId,
        personId,
        opens,
        clicks,
      ]),
      next: found.length < AT_ONCE ? null : (found.at(-1)?.personId ?? null),
    };
  },
};

function idOf(text: string): string {
  if (!isUuid(text)) throw invalidField(["after"], "is not where a part ended");
  return text;
}

/** One line of a list as CSV. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(",")}\r\n`;

/** A cell that a spreadsheet would run as a formula is written behind an apostrophe. */
function cellOf(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  const safe = /^[=@\t\r]|^[+-](?![\d(])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
