import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEmbedded } from "#db/embedded";

/** A Postgres server that keeps its port when it is stopped or killed, as a real server would. */
export type RestartableServer = {
  readonly url: string;
  /** `crash`: no shutdown, so that the log is replayed; otherwise an orderly stop that breaks every connection. */
  readonly restart: (crash: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function startRestartable(settings: Record<string, string | number>): Promise<RestartableServer> {
  const folder = await mkdtemp(join(tmpdir(), "sojourn-chaos-"));
  let server = await startEmbedded(folder, settings);
  const fixed = { ...settings, port: new URL(server.url).port };
  return {
    url: server.url,
    restart: async (crash) => {
      if (crash) {
        const pid = Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
        process.kill(pid, "SIGQUIT");
        while (isAlive(pid)) await sleep(10);
      }
      await server.stop();
      server = await startEmbedded(folder, fixed);
    },
    close: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
