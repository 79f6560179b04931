import type { Operation } from "../operations/slice.ts";
import { addToReceipt } from "../operations/write.ts";
import type { Connection } from "../sql/connection.ts";
import { Receipt } from "./receipt.ts";

/** Erases what other rows say about erased people. The audit log keeps who acted, but not on whom. */
export async function eraseTraces(sql: Connection, operation: Operation, people: readonly string[]): Promise<void> {
  const { workspaceId } = operation;
  const ids = [...people];
  const receipt = new Receipt();
  const acts = await sql`
    update audit_log set subject = 'erased', detail = '{}'
    where workspace_id = ${workspaceId} and subject = any(${ids}::text[])`;
  receipt.note("audit_log", acts);
  const answers = await sql`
    delete from idempotency_keys
    where workspace_id = ${workspaceId} and exists (select from unnest(${ids}::text[]) as id where strpos(body, id) > 0)`;
  receipt.note("idempotency_keys", answers);
  const asked = await sql`
    update operations set input = jsonb_set(input, '{personIds}', (input -> 'personIds') - ${ids}::text[])
    where workspace_id = ${workspaceId} and (input -> 'personIds') ?| ${ids}::text[]`;
  receipt.note("operations", asked);
  // A search may be the address of somebody who is erased; an operation that has ended does not need it.
  await sql`
    update operations set input = input - 'search'
    where workspace_id = ${workspaceId} and kind = 'change_people' and input ->> 'search' is not null
      and status in ('done', 'cancelled', 'failed')`;
  const cursors = await sql`
    update operation_shards set cursor = null where finished = false and cursor = any(${ids}::uuid[])
    and operation_id in (select id from operations where workspace_id = ${workspaceId} and status in ('cancelled', 'failed'))`;
  receipt.note("operation_shards", cursors);
  await sql`update operations set input = '{}' where id = ${operation.id}`;
  await addToReceipt(sql, operation.id, receipt.rows);
}
