import { type Database, newId } from "#db";
import { ingest } from "#runtime";
import type { Context } from "#services";
import { createJourney, NewJourney, publishJourney } from "#services/journeys";
import { insertMembers, readOwners } from "#store/members";
import { insertSite } from "#store/sites";
import { insertWorkspace } from "#store/workspaces";

export type LoadOptions = {
  readonly people?: number;
  /** Told now and then how much is done, 0 to 1. */
  readonly progress?: (done: number) => void;
};

export type LoadOutcome = { readonly workspaceId: string; readonly journeyId: string };

const BATCH = 1_000;

/** Half of the people branch off, all of them wait a minute, nobody is sent anything. */
const JOURNEY = {
  name: "Load",
  nodes: [
    {
      type: "TRIGGER",
      name: "start",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "app.load_started" } },
    },
    {
      type: "CONDITION",
      name: "is_even",
      config: { rules: { all: [{ field: "traits.even", op: "eq", value: true }] } },
    },
    { type: "ACTION", name: "tag", config: { operations: [{ type: "tag_user", tagName: "even" }] } },
    { type: "WAIT", name: "wait", config: { duration: "1m" } },
    { type: "EXIT", name: "end", config: {} },
  ],
  edges: [
    { sourceNodeId: 0, targetNodeId: 1 },
    { sourceNodeId: 1, targetNodeId: 2, branch: "TRUE" },
    { sourceNodeId: 1, targetNodeId: 3, branch: "FALSE" },
    { sourceNodeId: 2, targetNodeId: 3 },
    { sourceNodeId: 3, targetNodeId: 4 },
  ],
};

/**
 * Makes a workspace with one published journey and hands in the event that starts it for each of many people. Whatever
 * engine runs on the database then advances them. Each call makes another workspace, which every owner may open.
 */
export async function seedLoad(database: Database, options: LoadOptions = {}): Promise<LoadOutcome> {
  const { people = 10_000, progress = () => {} } = options;
  const { workspaceId, siteId } = await makeWorkspace(database, people);
  const ctx: Context = { database, workspaceId, actor: { kind: "system", id: "seed", role: "owner" } };
  const { data } = await createJourney(ctx, NewJourney.parse({ ...JOURNEY, siteId }));
  await publishJourney(ctx, data.id);
  for (let from = 0; from < people; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, people - from) }, (_, index) => from + index + 1);
    const items = numbers.flatMap((number) => startOf(workspaceId, siteId, number));
    await ingest(database, items);
    progress(Math.min(from + BATCH, people) / people);
  }
  return { workspaceId, journeyId: data.id };
}

function startOf(workspaceId: string, siteId: string, number: number): Parameters<typeof ingest>[1] {
  const shared = { workspaceId, siteId, userId: `load-${number}`, timestamp: new Date() };
  return [
    { ...shared, type: "identify", traits: { even: number % 2 === 0 } },
    { ...shared, type: "track", event: "app.load_started", properties: {} },
  ];
}

async function makeWorkspace(database: Database, people: number): Promise<{ workspaceId: string; siteId: string }> {
  const workspaceId = newId();
  const siteId = newId();
  await database.orm.transaction(async (tx) => {
    const name = `Load ${people.toLocaleString("en-US")}`;
    await insertWorkspace(tx, { id: workspaceId, name, slug: `load-${workspaceId}` });
    await insertSite(tx, { id: siteId, workspaceId, name: "Load" });
    const owners = await readOwners(tx);
    await insertMembers(
      tx,
      owners.map((userId) => ({ workspaceId, userId, role: "owner" })),
    );
  });
  return { workspaceId, siteId };
}
