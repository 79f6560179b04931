import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { testDatabase } from "#db/testing";
import { asking } from "./ask.ts";
import { caseCount } from "./failures.ts";

const root = resolve(import.meta.dirname, "../..");

const PATIENCE_MS = 180_000;

it("S1: a started worker answers all cases as they are written", { timeout: PATIENCE_MS }, async () => {
  const { url } = await testDatabase();
  const { env, ask, end } = asking();
  const worker = spawn(process.execPath, ["worker.ts"], {
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: "production", DATABASE_URL: url, TZ: "America/New_York" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    let output = "";
    for await (const part of worker.stdout) {
      output += part;
      if (output.includes("engine is running")) break;
    }
    expect(output).toContain("engine is running");
    const { cases, failures } = await ask();
    expect({ cases, failures }).toEqual({ cases: caseCount, failures: [] });
  } finally {
    if (worker.exitCode === null) {
      worker.kill("SIGTERM");
      await once(worker, "exit");
    }
    end();
  }
});
