import { ANY } from "#consent";
import type { TransactionSql } from "#db";
import type { ImportedPerson } from "#store/people-import-parts";
import { setSubscriptions } from "#store/subscriptions";

type Placed = { readonly row: ImportedPerson; readonly personId: string };

/**
 * Unsubscribes from all marketing whom the list says so of; of two rows of a person the later one counts. A row that says
 * “subscribed” changes nothing, because a list takes back nobody's answer.
 */
export async function storeOptOuts(sql: TransactionSql, workspaceId: string, placed: readonly Placed[]): Promise<void> {
  const said = new Map(
    placed.flatMap(({ row, personId }) => (row.unsubscribed === undefined ? [] : [[personId, row] as const])),
  );
  const leaving = [...said].flatMap(([personId, { unsubscribed }]) => (unsubscribed ? [personId] : []));
  if (leaving.length === 0) return;
  await setSubscriptions(
    sql,
    leaving.map((personId) => ({
      ...{ workspaceId, personId, topic: ANY, channel: ANY },
      ...{ state: "unsubscribed" as const, source: "import" },
    })),
  );
}
