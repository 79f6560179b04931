import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findEmbedded } from "#db/embedded";

const START_LIMIT_MS = 120_000;

export const SECRET_KEY = "sk_browser_tests_0123456789";
export const PUBLISHABLE_KEY = "pk_browser_tests_0123456789";

export type TestServer = {
  readonly url: string;
  /** The one-time link that the server printed, or `null` when it printed none. */
  readonly signInLink: string | null;
  readonly output: () => string;
  /** The database that it brought along. */
  readonly databaseUrl: () => string;
  /** The process whose memory is the server's. */
  readonly pid: number;
  /** Tells it to end, waits until it has, and answers its exit code. */
  readonly stop: () => Promise<number | null>;
};

/** Starts the built server on a free port with its own database; `stop` removes everything. */
export async function startServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "sojourn-e2e-"));
  const port = await freePort();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...developersEnvironment(), ...ownSettings(port, dataDir), ...env } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (output += part));
  const stop = async () => {
    const code = await stopProcess(child);
    await rm(dataDir, { recursive: true, force: true });
    return code;
  };
  const url = `http://localhost:${port}`;
  await until(() => output.includes("ready in") || child.exitCode !== null);
  if (child.exitCode !== null || !(await isReady(url))) {
    await stop();
    throw new Error(`The server did not start:\n${output}`);
  }
  const databaseUrl = () => {
    const found = findEmbedded(dataDir);
    if (found === null) throw new Error("The server has no database of its own");
    return found;
  };
  const signInLink = /https?:\S+\/welcome\?token=\S+/.exec(output)?.[0] ?? null;
  return { url, signInLink, output: () => output, databaseUrl, pid: child.pid ?? 0, stop };
}

// The developer's own settings must not reach the tests. They are removed, not emptied, because the server refuses to
// start with an unknown variable, such as the one for screenshots, even if it is empty.
function developersEnvironment(): Record<string, string | undefined> {
  const own = /^(SOJOURN_|SMTP_URL|DATABASE_URL|npm_lifecycle_event)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

function ownSettings(port: number, dataDir: string): Record<string, string> {
  return {
    PORT: String(port),
    HOSTNAME: "localhost",
    NO_COLOR: "1",
    SOJOURN_DATA_DIR: dataDir,
    SOJOURN_DEMO: "0",
    SOJOURN_INIT_SECRET_KEY: SECRET_KEY,
    SOJOURN_INIT_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
  };
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/api/ready`).catch(() => null);
  return response?.ok ?? false;
}

async function stopProcess(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  return child.exitCode;
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (!condition() && Date.now() < deadline) await sleep(50);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "localhost", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
