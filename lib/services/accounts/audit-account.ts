import type { Transaction } from "#db";
import { audit, openContext } from "#services";
import { readMemberships } from "#store/members";

/** Whose account changes, and the network address that the request came from. */
export type AccountActor = { readonly userId: string; readonly address: string | null };

/** Notes a change of an account in every workspace that its user is a member of: it concerns what each entrusts to them. */
export async function auditAccount(
  tx: Transaction,
  { userId, address }: AccountActor,
  action: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  for (const { workspaceId, role } of await readMemberships(tx, userId)) {
    const actor = { kind: "user", id: userId, role, address } as const;
    await audit(tx, openContext(workspaceId, actor), action, userId, detail);
  }
}
