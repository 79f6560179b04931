import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

/** A worker that finds no database, as a process of its own: what it prints on standard error, and how it ends. */
async function startWithoutDatabase(settings: Record<string, string>): Promise<{ code: number; text: string }> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, SOJOURN_DATA_DIR: join(tmpdir(), "sojourn-is-not-here"), ...settings };
  const child = spawn(process.execPath, ["worker.ts"], { env, stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  child.stderr.on("data", (part: Buffer) => (text += part.toString()));
  const [code] = await once(child, "close");
  return { code: Number(code), text };
}

test("a process that cannot start says so in one JSON line, where the log is JSON", async () => {
  const { code, text } = await startWithoutDatabase({ SOJOURN_LOG_FORMAT: "json" });
  const [line = "", ...more] = text.trim().split("\n");
  expect(code).toBe(1);
  expect(more).toEqual([]);
  expect(JSON.parse(line)).toMatchObject({
    level: "error",
    message: "could not start",
    error: { message: expect.stringContaining("There is no database") },
  });
});

test("in text it is the sentence alone, without a stack", async () => {
  const { code, text } = await startWithoutDatabase({});
  expect(code).toBe(1);
  expect(text.trim()).toMatch(/^There is no database: .*$/);
});
