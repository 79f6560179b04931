import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { settle } from "#api/testing";
import { flushEventCatalog } from "#runtime";
import { cliFixture } from "../testing/cli-fixture.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const cli = cliFixture();

beforeAll(async () => {
  cli.client.track("ada", "bought", { amount: 5, tags: ["a"], "item-id": null });
  cli.client.track("bea", "bought", { amount: "5", tags: [] });
  cli.client.identify("ada", { plan: "pro", vip: true });
  await cli.client.flush();
  await settle(cli.api);
  await flushEventCatalog(cli.api.database);
});

it("writes the types that were seen, twice the same", async () => {
  const cwd = temporaryFolder();
  expect((await cli.sojourn("types --out sojourn-types.d.ts", { cwd })).code).toBe(0);
  const text = readFileSync(join(cwd, "sojourn-types.d.ts"), "utf8");
  expect(text).toContain(`export type Events = {
  "app.bought": {
    amount?: number | string;
    "item-id"?: unknown;
    tags?: string[];
  };
`);
  expect(text).toContain("  plan?: string;\n  vip?: boolean;\n");
  expect(text).toContain("    segments: never;\n");
  expect((await cli.sojourn("types")).stdout).toBe(text);
  expect((await cli.sojourn("types --strict")).stdout).toContain("    strict: true;\n");
});
