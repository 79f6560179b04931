import { newId, type Orm, type Transaction } from "#db";
import { actorName, subjectName } from "./names.ts";
import { auditLog } from "./table.ts";

export type AuditEntry = {
  readonly workspaceId: string;
  readonly actor: string;
  readonly address: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Record<string, unknown>;
};

export async function insertAuditEntry(orm: Orm | Transaction, entry: AuditEntry): Promise<void> {
  const { workspaceId, actor, action, subject } = entry;
  await orm.insert(auditLog).values({
    id: newId(),
    ...entry,
    actorName: actorName(actor),
    subjectName: subjectName(workspaceId, action, subject),
  });
}
