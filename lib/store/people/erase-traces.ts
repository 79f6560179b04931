import type { Operation } from "../operations/slice.ts";
import type { Connection } from "../sql/connection.ts";

/** Erases what other rows say about erased people. The audit log keeps who acted, but not on whom. */
export async function eraseTraces(sql: Connection, operation: Operation, people: readonly string[]): Promise<void> {
  const { workspaceId } = operation;
  const ids = [...people];
  await sql`
    update audit_log set subject = 'erased', detail = '{}'
    where workspace_id = ${workspaceId} and subject = any(${ids}::text[])`;
  await sql`
    delete from idempotency_keys
    where workspace_id = ${workspaceId} and exists (select from unnest(${ids}::text[]) as id where strpos(body, id) > 0)`;
  await sql`
    update operations set input = jsonb_set(input, '{personIds}', (input -> 'personIds') - ${ids}::text[])
    where workspace_id = ${workspaceId} and (input -> 'personIds') ?| ${ids}::text[]`;
  await sql`update operation_shards set cursor = null where finished = false and cursor = any(${ids}::uuid[])
    and operation_id in (select id from operations where workspace_id = ${workspaceId} and status in ('cancelled', 'failed'))`;
  await sql`update operations set input = '{}' where id = ${operation.id}`;
}
