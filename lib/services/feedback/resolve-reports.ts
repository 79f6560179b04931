import type { MessageRef, Report } from "#feedback";
import { type Context, invalidField } from "#services";
import { findReferred, type MessageReference, type Referred } from "#store/message-events";

/** A report with the message of the workspace that it is about; null = it names none that we know. */
export type Resolved = { readonly report: Report; readonly message: Referred | null };

/** Finds the messages of reports. One of another workspace makes the whole call refused, and nothing is stored. */
export async function resolveReports(ctx: Context, reports: readonly Report[]): Promise<Resolved[]> {
  const resolved: Resolved[] = [];
  const known = new Map<string, Referred | null>();
  for (const report of reports) {
    const name = JSON.stringify(report.ref);
    const message = known.get(name) ?? (await find(ctx, report.ref));
    known.set(name, message);
    if (message !== null && message.workspaceId !== ctx.workspaceId)
      throw invalidField(["body"], "This call reports on a message of another workspace");
    resolved.push({ report, message });
  }
  return resolved;
}

async function find({ database }: Context, ref: MessageRef | null): Promise<Referred | null> {
  const reference = ref === null ? null : "deliveryId" in ref ? ref : fromMessageId(ref.messageId);
  return reference === null ? null : ((await findReferred(database.sql, reference)) ?? null);
}

/** Our Message-IDs are made of the enrollment, the step and the visit. */
function fromMessageId(messageId: string): MessageReference | null {
  const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  const found = new RegExp(`^<?(${uuid})\\.(${uuid})\\.(\\d{1,9})@`, "i").exec(messageId);
  const [, enrollmentId, nodeId, visit] = found ?? [];
  return enrollmentId === undefined || nodeId === undefined ? null : { enrollmentId, nodeId, visit: Number(visit) };
}
