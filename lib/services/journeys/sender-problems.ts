import { isDisabled, type JourneyDocument, nodeKinds, type Problem } from "#journey";
import type { Context, Transaction } from "#services";
import { addressOf } from "#services/sender-identities";
import { readVerifications } from "#store/sender-identities";

/**
 * Senders of steps that are no verified identity of the workspace. They only warn, because an address may be verified
 * after the journey is built; until then their mail is sent from the next sender in the order.
 */
export async function senderProblems(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  { nodes }: JourneyDocument,
): Promise<Problem[]> {
  const asked = nodes.flatMap((node) => {
    if (isDisabled(node) || !nodeKinds[node.type].usesContent || node.config.contentType !== "email") return [];
    const address = addressOf(node.config.fromIdentityEmail);
    return address === null ? [] : [{ node, address }];
  });
  if (asked.length === 0) return [];
  const addresses = [...new Set(asked.map(({ address }) => address))];
  const rows = await readVerifications(tx, ctx.workspaceId, addresses);
  const isVerified = new Map(rows.map((row) => [row.email, row.verifiedAt !== null]));
  return asked.flatMap(({ node, address }): Problem[] => {
    const known = isVerified.get(address);
    if (known === true) return [];
    const fault = known === false ? "is not verified yet" : "is no sender identity of this workspace";
    const message = `“${node.label ?? node.name}”: ${address} ${fault}; until it is verified, the mail comes from the default sender.`;
    const field = "config.fromIdentityEmail";
    return [{ code: "unknown_identity", severity: "warning", nodeId: node.id, edgeId: null, field, message }];
  });
}
