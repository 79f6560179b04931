import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import type { LogConfig } from "#config";
import { createLog } from "./create-log.ts";

const NOON = "2026-05-01T12:00:00.000Z";

function openLog(settings: LogConfig) {
  const lines: string[] = [];
  const log = createLog(
    () => settings,
    (line) => lines.push(line),
    () => new Date(NOON),
  );
  const written = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log, lines, written };
}

const json = (level: LogConfig["level"] = "info") => openLog({ level, format: "json" });

test("entries below the level are not written", () => {
  const { log, written } = json("warn");
  log.debug("one");
  log.info("two");
  log.warn("three");
  log.error("four");
  expect(written().map(({ message }) => message)).toEqual(["three", "four"]);
});

test("a JSON entry is one line with time, level, message and fields, whatever the fields are called", () => {
  const { log, lines, written } = json();
  log.info("first\nsecond", { requestId: "r-1", level: "fake" });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.split("\n")).toEqual([expect.any(String), ""]);
  expect(lines[0]).toMatch(/^\{"time":"[^"]+","level":"info","message":/);
  expect(written()).toEqual([{ time: NOON, level: "info", message: "first\nsecond", requestId: "r-1" }]);
});

test("a text entry is one line, with the frames and the cause of an error below it", () => {
  const { log, lines } = openLog({ level: "info", format: "text" });
  const cause = Object.assign(new Error("connection refused"), { code: "ECONNREFUSED" });
  log.error("a request failed", { requestId: "r-1", error: new Error("no answer", { cause }) });
  const [head, error, frame, ...rest] = (lines[0] ?? "").split("\n");
  expect([head, error]).toEqual(["12:00:00 error  a request failed  requestId=r-1", "  Error: no answer"]);
  expect(frame).toMatch(/^ {4}at /);
  expect(rest).toContain("  caused by");
  expect(rest).toContain("  Error: connection refused code=ECONNREFUSED");
});

test("the values of a failed statement are not logged, the statement and PostgreSQL's code are", () => {
  const refused = Object.assign(new Error('duplicate key value violates unique constraint "users_email"'), {
    name: "PostgresError",
    code: "23505",
    detail: "Key (email)=(ada@example.com) already exists.",
    table_name: "users",
    constraint_name: "users_email",
  });
  const { log, lines, written } = json();
  log.error("a request failed", { error: new DrizzleQueryError("insert into users values ($1)", ["Ada L."], refused) });
  expect(lines[0]).not.toContain("Ada");
  expect(lines[0]).not.toContain("ada@");
  expect(written()[0]?.error).toMatchObject({
    message: "Failed query: insert into users values ($1)",
    cause: { code: "23505", table: "users", constraint: "users_email" },
  });
});

test("a value that PostgreSQL could not read and an e-mail address are taken out of messages and stacks", () => {
  const unreadable = Object.assign(new Error('invalid input syntax for type uuid: "Ada Lovelace"'), { code: "22P02" });
  const { log, lines } = json();
  log.error("one", { error: unreadable });
  log.error("two", { error: new Error("550 <ada@example.com>: no such inbox") });
  expect(lines.join("")).not.toContain("Ada");
  expect(lines.join("")).not.toContain("ada@");
  expect(lines[1]).toContain("550 <…@…>: no such inbox");
});

test("of an object only numbers, ids and codes are logged, of a map its keys, of a long list the beginning", () => {
  const { log, written } = json();
  const person = { id: "0190-aa", score: 3, traits: { email: "ada@example.com", name: "Ada Lovelace" } };
  log.error("one", { detail: person, people: new Map([["0190-aa", person]]) });
  log.error("two", { ids: Array.from({ length: 23 }, (_, index) => index) });
  expect(written()[0]).toMatchObject({ detail: { id: "0190-aa", score: 3, traits: {} }, people: ["0190-aa"] });
  expect(written()[1]?.ids).toEqual([...Array(20).keys(), "3 more"]);
});

test("what was thrown and is no error is logged without its text", () => {
  const { log, written } = json();
  log.error("one", { error: { reason: "Ada left", code: "gone" } });
  log.error("two", { error: "Ada left" });
  expect(written()[0]?.error).toEqual({ code: "gone" });
  expect(written()[1]).not.toHaveProperty("error");
});
