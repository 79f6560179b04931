import { newId, type Orm, type Transaction } from "#db";
import { auditLog } from "./table.ts";

export type AuditEntry = {
  readonly workspaceId: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Record<string, unknown>;
};

export async function insertAuditEntry(orm: Orm | Transaction, entry: AuditEntry): Promise<void> {
  await orm.insert(auditLog).values({ id: newId(), ...entry });
}
