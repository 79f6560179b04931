import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { testDatabase } from "#db/testing";

test("a worker whose log is JSON prints nothing else, from its start to its end", { timeout: 60_000 }, async () => {
  const { url } = await testDatabase();
  const env = { ...process.env, DATABASE_URL: url, SOJOURN_LOG_FORMAT: "json" };
  const child = spawn(process.execPath, ["worker.ts"], { env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "close");
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", (part: Buffer) => (printed.stdout += part.toString()));
  child.stderr.on("data", (part: Buffer) => {
    printed.stderr += part.toString();
    if (printed.stderr.includes("engine started")) child.kill("SIGTERM");
  });
  const [code] = await ended;
  const entries = printed.stderr
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(code).toBe(0);
  expect(printed.stdout).toBe("");
  expect(entries.map(({ message }) => message)).toEqual(["engine started", "stopping"]);
  expect(entries.at(-1)).toMatchObject({ level: "info", signal: "SIGTERM" });
});
