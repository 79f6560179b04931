import { expect, it } from "vitest";
import { apiFixture } from "#api/testing";
import { cliFixture } from "../testing/cli-fixture.ts";
import { makeTemplates } from "../testing/make-templates.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const cli = cliFixture();

it("takes a journey from one login to another, after saying what it would do and asking", async () => {
  const configDir = temporaryFolder();
  const target = await apiFixture();
  await makeTemplates(cli.api);
  for (const [profile, key] of [
    ["staging", cli.api.secretKey],
    ["live", target.secretKey],
  ]) {
    const env = { SOJOURN_URL: cli.url, SOJOURN_SECRET_KEY: key ?? "" };
    expect((await cli.sojourn(`login --profile ${profile}`, { configDir, env })).code).toBe(0);
  }
  for (const line of [
    "create --name Welcome --key welcome --entry-event signed_up --entry-node mail",
    `add-node welcome --name mail --action '{"type": "send_email", "templateSlug": "welcome-email"}'`,
    "add-node welcome --name done --terminal",
    "add-transition welcome --from mail --to done --on user.login",
    "add-transition welcome --from mail --to done --after 2d --name given-up",
  ])
    expect((await cli.sojourn(`journey ${line}`)).code).toBe(0);
  const line = "promote welcome --from staging --to live";
  const planned = await cli.sojourn(`${line} --plan`, { configDir });
  expect(planned).toMatchObject({
    code: 0,
    stdout: "created\tcontent\twelcome-email\t\ncreated\tjourney\twelcome\t\n",
  });
  const unasked = await cli.sojourn(line, { configDir });
  expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining("2 to create, 0 to change") });
  expect((await cli.sojourn(`${line} --yes`, { configDir })).code).toBe(0);
  const there = await target.call<{ data: { status: string } }>("GET /api/journeys/welcome");
  expect(there.body.data.status).toBe("DRAFT");
  // Transitions are known by their names there too.
  const listed = (profile: string) =>
    cli.sojourn(`journey transition list welcome --profile ${profile}`, { configDir });
  const transitions = await listed("live");
  expect(transitions.stdout).toBe((await listed("staging")).stdout);
  for (const name of ["mail-to-done", "given-up"]) expect(transitions.stdout).toContain(name);
  const again = await cli.sojourn(line, { configDir });
  expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining("is in live already") });
  expect((await cli.sojourn("promote welcome --from staging --to nowhere", { configDir })).code).toBe(2);
});
