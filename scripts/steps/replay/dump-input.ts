import type { Database } from "#db";
import { inputToJson, readAdvanceInput } from "#store/advance-input";
import { followMerges } from "#store/people";

/** What the engine would read of a person, or of the one they were merged into, as JSON; `null` = there is no such person. */
export async function dumpInput(database: Database, personId: string, at: number | null): Promise<string | null> {
  const read = await database.sql.begin("isolation level repeatable read read only", async (sql) => {
    const current = await followMerges(sql, personId);
    return { input: current === null ? null : await readAdvanceInput(sql, current, at) };
  });
  return read.input && inputToJson(read.input);
}
