import { expect, test } from "vitest";
import { newId } from "#db";
import { schema } from "#store";
import { DAY_MS } from "#times";
import { RuntimeHarness } from "../testing/runtime-harness.ts";
import { watchKeys } from "./watch-keys.ts";

test("a key raises an alert two weeks before it expires and one on its last day, each once", async () => {
  const { database, workspaceId } = await RuntimeHarness.open();
  const expiresAt = new Date("2026-03-31T00:00:00Z");
  const id = newId();
  const key = { id, workspaceId, kind: "secret" as const, name: "Billing", hash: id, hint: "sk_…1" };
  await database.orm.insert(schema.apiKeys).values({ ...key, expiresAt });
  const before = async (days: number) => await watchKeys(database.sql, expiresAt.getTime() - days * DAY_MS);
  expect(await before(15)).toEqual([]);
  const [first, ...others] = await before(13);
  expect([first?.workspaceId, first?.code, first?.detail, others]).toEqual([
    ...[workspaceId, "key_expiring", { keyId: id }, []],
  ]);
  expect(first?.text).toContain("“Billing” expires at 2026-03-31");
  expect(await before(12)).toEqual([first]);
  expect((await before(0.5)).map(({ at }) => at)).toEqual([
    expiresAt.getTime() - 14 * DAY_MS,
    expiresAt.getTime() - DAY_MS,
  ]);
  expect(await before(-1)).toEqual([]);
});
