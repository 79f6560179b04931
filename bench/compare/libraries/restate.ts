import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http2";
import { createRequire } from "node:module";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as restate from "@restatedev/restate-sdk";
import { Pool } from "pg";
import { ACCEPT_MAIL, AT_ONCE, CONNECTIONS, readOrder, TIMEOUT_SECONDS, WAIT_SECONDS, walk } from "../plan.ts";

/**
 * Durable execution with a server and a log of its own beside PostgreSQL: one workflow per person. The server stores every
 * step in its folder before the next one; accepted emails and ends are rows in PostgreSQL, written within steps.
 */
const { url, people } = readOrder();
const pool = new Pool({ connectionString: url, max: CONNECTIONS });
pool.on("error", console.error);
await pool.query("create table ended (person int primary key, outcome text not null)");

const journey = restate.workflow({
  name: "journey",
  handlers: {
    run: async (ctx: restate.WorkflowContext, person: number): Promise<string> => {
      await ctx.sleep(WAIT_SECONDS * 1_000);
      await ctx.run("send", () => pool.query(ACCEPT_MAIL, [person]).then(() => {}));
      const outcome = await ctx
        .promise<string>("go")
        .get()
        .orTimeout(TIMEOUT_SECONDS * 1_000)
        .catch((reason: unknown) => {
          if (reason instanceof restate.TimeoutError) return "timeout";
          throw reason;
        });
      await ctx.run("end", () =>
        pool.query("insert into ended (person, outcome) values ($1, $2)", [person, outcome]).then(() => {}),
      );
      return outcome;
    },
    go: async (ctx: restate.WorkflowSharedContext): Promise<void> => {
      await ctx.promise<string>("go").resolve("event");
    },
  },
});

const [node, ingress, admin] = [await freePort(), await freePort(), await freePort()];
const logger: restate.LoggerTransport = ({ level }, ...message) => {
  if (level === "error") console.error(...message);
};
const program = createServer(restate.createEndpointHandler({ services: [journey], logger })).listen(0, "127.0.0.1");
await once(program, "listening");
const folder = await mkdtemp(join(tmpdir(), "sojourn-bench-restate-"));
const server = spawn(
  createRequire(import.meta.url).resolve(`@restatedev/restate-server-${platform()}-${arch()}/bin/restate-server`),
  ["--base-dir", folder, "--bind-ip", "127.0.0.1"],
  {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      PATH: process.env.PATH,
      RESTATE_BIND_PORT: String(node),
      RESTATE_INGRESS__BIND_PORT: String(ingress),
      RESTATE_ADMIN__BIND_PORT: String(admin),
      // Neither telemetry nor a look for newer releases.
      RESTATE_DISABLE_TELEMETRY: "true",
      DO_NOT_TRACK: "1",
      RESTATE_ADMIN__DISABLE_WEB_UI: "true",
      RESTATE_LOG_FILTER: "error",
    },
  },
);
await deploy();

/** Each call is answered once it is stored; this many run at once. */
async function each(batch: readonly number[], handler: "run" | "go"): Promise<void> {
  const queue = batch.values();
  const worker = async () => {
    for (const person of queue) await call(`http://127.0.0.1:${ingress}/journey/${person}/${handler}/send`, person);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function call(address: string, body: unknown): Promise<void> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${text}`);
}

async function deploy(): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await call(`http://127.0.0.1:${admin}/deployments`, { uri: `http://127.0.0.1:${portOf(program)}` });
    } catch (reason) {
      if (tries === 100 || server.exitCode !== null) throw reason;
      await sleep(200);
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createSocketServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const port = portOf(probe);
  probe.close();
  return port;
}

function portOf(server: { address: () => string | AddressInfo | null }): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

await walk(people, {
  enter: (batch) => each(batch, "run"),
  bring: (batch) => each(batch, "go"),
  countEnded: async () => {
    const { rows } = await pool.query<{ ended: number }>("select count(*)::int as ended from ended");
    return rows[0]?.ended ?? 0;
  },
  close: async () => {
    server.kill();
    await once(server, "exit");
    await rm(folder, { recursive: true, force: true });
    await pool.end();
    process.exit(0);
  },
});
