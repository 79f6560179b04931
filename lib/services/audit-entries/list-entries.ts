import { type Context, cursorListing, iso, type Listing, likePattern, requireRole, startOf } from "#services";
import { type AuditFilter, type AuditRow, listAuditEntries, streamAuditEntries } from "#store/audit-log";
import { AuditEntry, type AuditFilters, type AuditQuery } from "./schema.ts";

/** Who did what to what, the newest first. For owners: it shows what each member does. */
export async function listEntries(ctx: Context, query: AuditQuery): Promise<Listing<AuditEntry>> {
  requireRole(ctx, "owner");
  const { page, offset, after } = startOf(ctx, "audit-log", query);
  const { limit } = query;
  const { rows, counted } = await listAuditEntries(ctx.database.sql, filterOf(ctx, query), { limit, offset, after });
  return cursorListing(ctx, rows.map(viewEntry), counted, { list: "audit-log", page, limit, last: rows.at(-1) });
}

/** All entries of a filter as lines of JSON, read while they are sent. */
export function exportEntries(ctx: Context, filters: AuditFilters): ReadableStream<Uint8Array> {
  requireRole(ctx, "owner");
  const encoder = new TextEncoder();
  const rows = streamAuditEntries(ctx.database.sql, filterOf(ctx, filters));
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await rows.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value.map((row) => `${JSON.stringify(viewEntry(row))}\n`).join("")));
    },
    cancel: async () => {
      await rows.return(undefined);
    },
  });
}

const filterOf = ({ workspaceId }: Context, { search, ...filters }: AuditFilters): AuditFilter => ({
  workspaceId,
  ...filters,
  pattern: search === undefined ? undefined : likePattern(search),
});

function viewEntry(row: AuditRow): AuditEntry {
  const [kind, ...id] = row.actor.split(":");
  return {
    id: row.id,
    at: iso(row.at),
    actor: { kind: AuditEntry.shape.actor.shape.kind.parse(kind), id: id.join(":"), name: row.actor_name },
    action: row.action,
    subject: { id: row.subject, name: row.subject_name },
    address: row.address,
    detail: row.detail,
  };
}
