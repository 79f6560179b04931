import { type Database, newId } from "#db";
import { insertFirstChannels } from "../channels/write.ts";
import { sites } from "../sites/table.ts";
import { workspaces } from "../workspaces/table.ts";

export { type DescribedColumn, describeTables } from "./describe-tables.ts";

/** A workspace with one site and the first channels, for tests that need nothing else. */
export async function testWorkspace(database: Database): Promise<{ workspaceId: string; siteId: string }> {
  const workspaceId = newId();
  const siteId = newId();
  await database.orm.insert(workspaces).values({ id: workspaceId, name: "Test", slug: `test-${workspaceId}` });
  await insertFirstChannels(database.orm, workspaceId);
  await database.orm.insert(sites).values({ id: siteId, workspaceId, name: "Website" });
  return { workspaceId, siteId };
}
