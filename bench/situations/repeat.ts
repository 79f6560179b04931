import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { closeDatabase, newId, openDatabase } from "#db";
import { createIngestDoor } from "#ingest-door";
import { createKey } from "#services/accounts";
import { draw } from "../../lib/runtime/testing/draw.ts";
import { EngineHerd } from "../../lib/runtime/testing/engine-herd.ts";
import { publish } from "../../lib/runtime/testing/publish.ts";
import { type Ground, openGround, show } from "../ground.ts";
import { printRow } from "../rounds.ts";
import { expectClean, expectEqual, until } from "./expect.ts";

const ENGINES = 3;
const OTHERS = "474 of 500";

/**
 * Each person's entry event twice at once, by HTTP requests to two doors that run in parallel, with three engine
 * processes: the same message id both times if re-entry is allowed; different ones if not.
 */
export async function repeat(people: number): Promise<void> {
  const kinds = [
    ["same message id", "every", (person: number) => `in ${person}`],
    ["different message ids, re-entry `once`", "once", (person: number, time: number) => `in ${person} ${time}`],
  ] as const;
  for (const [name, reEntry, messageId] of kinds) {
    const ground = await openGround();
    await publish(ground.database, ground, journey(reEntry));
    const herd = new EngineHerd(ground.url);
    await herd.start(ENGINES);
    await sendTwice(ground, people, messageId);
    const twice = await countTwice(ground, people);
    await herd.killAll();
    await expectClean(ground.database);
    printRow({
      name: `situation: an entry event repeated for ${show(people)} people, ${name}: enrolled twice`,
      measured: `${twice} of ${show(people)}`,
      against: OTHERS,
      figure: `${twice}`,
      bound: "0",
      met: twice === 0,
    });
    await ground.close();
  }
}

function journey(reEntry: string) {
  return draw({
    nodes: [
      { name: "start", type: "TRIGGER", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } } },
      { name: "mail", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" },
      { name: "wait", type: "WAIT", config: { duration: "2s" } },
      { name: "end", type: "EXIT" },
    ],
    edges: [
      { from: "start", to: "mail" },
      { from: "mail", to: "wait" },
      { from: "wait", to: "end" },
    ],
    settings: { reEntry },
  });
}

/**
 * All requests are sent before the first answer, each person's two next to each other, to two doors: one door would put
 * both into a single transaction.
 */
async function sendTwice(
  ground: Ground,
  people: number,
  messageId: (person: number, time: number) => string,
): Promise<void> {
  const { workspaceId, siteId, url } = ground;
  const database = openDatabase(url);
  const order = { workspaceId, siteId, kind: "secret" as const, name: "Bench", createdBy: newId() };
  const { plain } = await createKey(database.orm, order);
  const servers = [0, 1].map(() => createServer(createIngestDoor({ database }).nodeListener));
  const addresses = await Promise.all(servers.map(listen));
  const headers = { authorization: `Bearer ${plain}`, "content-type": "application/json" };
  const answers = Array.from({ length: people * 2 }, (_, index) => {
    const [person, time] = [Math.floor(index / 2), index % 2];
    const event = { type: "track", userId: `u${person}`, event: "in", messageId: messageId(person, time) };
    return fetch(`${addresses[time]}/api/track`, { method: "POST", headers, body: JSON.stringify(event) });
  });
  const refused = (await Promise.all(answers)).filter((answer) => answer.status !== 200);
  expectEqual("requests refused", { refused: refused.length }, { refused: 0 });
  for (const server of servers) server.close();
  await closeDatabase();
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The door has no port.");
  return `http://127.0.0.1:${address.port}`;
}

/** When everyone has completed, so that nobody can enter late. */
async function countTwice({ database }: Ground, people: number): Promise<number> {
  const look = async () => {
    const [row] = await database.sql<{ walked: number; twice: number; mails: number; left: boolean }[]>`
      select count(*)::int as walked, count(*) filter (where enrollments > 1)::int as twice,
        (select count(*)::int from deliveries) as mails,
        exists (select from inbox) or exists (select from positions) as left
      from (select count(*) as enrollments from enrollments where status = 'completed' group by person_id) as by_person`;
    return row ?? { walked: 0, twice: 0, mails: 0, left: true };
  };
  await until("everyone is through", async () => (await look()).walked === people && !(await look()).left, 100);
  const { twice, mails } = await look();
  if (twice === 0) expectEqual("mails", { mails }, { mails: people });
  return twice;
}
