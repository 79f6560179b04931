import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { stringify } from "yaml";
import { cliFixture } from "../testing/cli-fixture.ts";
import { makeTemplates } from "../testing/make-templates.ts";

const cli = cliFixture();
const cwd = mkdtempSync(join(tmpdir(), "sojourn-code-"));
const scenario = {
  name: "who logs in is done",
  person: { traits: { email: "ada@example.com" } },
  trigger: { event: "signed_up" },
  events: [{ after: "2d", event: "user.login" }],
  expect: { path: ["trigger", "hello", "done"], status: "completed", messages: ["hello"] },
};
const write = (file: string, scenarios: unknown) =>
  writeFileSync(join(cwd, file), stringify({ journey: "welcome", scenarios }));

beforeAll(async () => {
  await makeTemplates(cli.api);
  for (const line of [
    "journey create --name Welcome --key welcome --entry-event signed_up --entry-node hello",
    `journey node add welcome --name hello --action '{"type": "send_email", "templateSlug": "welcome-email"}'`,
    "journey node add welcome --name done --terminal",
    "journey transition add welcome --from hello --to done --on user.login",
    "pull",
  ])
    expect((await cli.sojourn(line, { cwd })).code, line).toBe(0);
});

it("a scenario passes, and one that fails says what was expected and what came", async () => {
  write("good.yaml", [scenario]);
  expect(await cli.sojourn("test good.yaml", { cwd })).toMatchObject({
    stdout: "ok  good.yaml: who logs in is done\n",
    code: 0,
  });
  write("bad.yaml", [scenario, { ...scenario, name: "nobody logs in", events: [] }]);
  const { code, stdout, stderr } = await cli.sojourn("test bad.yaml", { cwd });
  expect([code, stderr]).toEqual([1, "1 of 2 scenarios failed.\n"]);
  expect(stdout).toContain("failed  bad.yaml: nobody logs in\n");
  expect(stdout).toContain('  status expected "completed"\n  status actual   "active"\n');
});

it("the file is run, not the server's draft, unless that is asked for", async () => {
  write("good.yaml", [scenario]);
  const file = join(cwd, "journeys/welcome.json");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("user.login", "app.other"));
  expect((await cli.sojourn("test good.yaml", { cwd })).code).toBe(1);
  expect((await cli.sojourn("test good.yaml --server", { cwd })).code).toBe(0);
});

it("everything that is wrong in scenario files is named with its place, and none is run", async () => {
  write("one.yaml", [
    { ...scenario, expect: {} },
    { ...scenario, evnts: [] },
  ]);
  writeFileSync(join(cwd, "two.json"), '{"scenarios": [{"name": 5}]}');
  const { code, stdout, stderr } = await cli.sojourn("test one.yaml two.json", { cwd });
  expect([code, stdout]).toEqual([3, ""]);
  for (const place of [
    "one.yaml#/scenarios/0/expect",
    "one.yaml#/scenarios/1",
    "two.json#/journey",
    "two.json#/scenarios/0/name",
  ])
    expect(stderr).toContain(`  ${place}: `);
});

it("a scenario that the server refuses is named", async () => {
  write("soon.yaml", [{ ...scenario, events: [{ after: "soon", event: "x" }] }]);
  const { code, stderr } = await cli.sojourn("test soon.yaml", { cwd });
  expect([code, stderr]).toEqual([3, expect.stringContaining("soon.yaml#who logs in is done /events/0/after")]);
});
