import { and, eq, gt, lt, or, sql } from "drizzle-orm";
import { newId, type Orm } from "#db";
import { verifications } from "./table.ts";

/** Keeps a value for some seconds, in place of those of this name before; what has expired goes. */
export async function putVerification(orm: Orm, identifier: string, value: string, seconds: number): Promise<void> {
  await orm.transaction(async (tx) => {
    const isOver = lt(verifications.expiresAt, sql`now()`);
    await tx.delete(verifications).where(or(eq(verifications.identifier, identifier), isOver));
    const expiresAt = sql`now() + make_interval(secs => ${seconds})`;
    await tx.insert(verifications).values({ id: newId(), identifier, value, expiresAt });
  });
}

/** The value, once; `null`: there is none, or it has expired. */
export async function takeVerification(orm: Orm, identifier: string): Promise<string | null> {
  const [taken] = await orm
    .delete(verifications)
    .where(and(eq(verifications.identifier, identifier), gt(verifications.expiresAt, sql`now()`)))
    .returning({ value: verifications.value });
  return taken?.value ?? null;
}
