import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type ApiFixture, apiFixture, type ServedApi, serveApi } from "#api/testing";

let api: ApiFixture;
let served: ServedApi;

beforeAll(async () => {
  api = await apiFixture();
  served = await serveApi(api.database);
  return () => served.close();
});

/** An application of its own process that tracks an event for each person, and ends. */
async function run(ending: string, people: number) {
  const { secretKey, database, workspaceId } = api;
  await database.sql`delete from events where workspace_id = ${workspaceId}`;
  const program = join(import.meta.dirname, "testing/script.ts");
  const args = [program, served.url, secretKey, String(people), ending];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const [code, signal] = await once(child, "exit");
  const [row] = await database.sql`
    select count(*)::int as n from events where workspace_id = ${workspaceId} and name = 'app.left'`;
  return { code, signal, stored: row?.n, said };
}

it("an application that ends by itself has sent everything", async () => {
  expect(await run("itself", 250)).toEqual({ code: 0, signal: null, stored: 250, said: "" });
});

it("an application that a signal ends has sent everything, and dies by that signal", async () => {
  expect(await run("signal", 250)).toEqual({ code: null, signal: "SIGTERM", stored: 250, said: "" });
});

it("an application that calls process.exit is shown what it lost", async () => {
  const said = "sojourn: 3 messages were not sent: await close() before process.exit()\n";
  expect(await run("exit", 3)).toEqual({ code: 0, signal: null, stored: 0, said });
});
