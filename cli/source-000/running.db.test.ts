// The document of source 000, its second half: journeys that run. Command lines as written there, but for the program's name,
// the ids that the server assigns, and addresses that the document hides.
import { beforeAll, describe, expect, it } from "vitest";
import { settle } from "#api/testing";
import { cliFixture } from "../testing/cli-fixture.ts";
import { makeTemplates } from "../testing/make-templates.ts";

const cli = cliFixture();
let id = "";
const at = (line: string) => line.replaceAll("jrn_abc123", id);
const run = (line: string, given = {}) => cli.sojourn(at(line), given);
const shown = async () => (await run("journey show jrn_abc123")).stdout;

beforeAll(async () => {
  await makeTemplates(cli.api);
  const created = await cli.json<{ id: string }>(
    'journey create --name "Updated Onboarding" --entry-event user.created --entry-node welcome_email',
  );
  id = created.id;
  for (const line of [
    `node add jrn_abc123 --name welcome_email --action '{"type": "send_email", "templateSlug": "welcome-email"}'`,
    "node add jrn_abc123 --name done --terminal",
    "node add jrn_abc123 --name post_session",
    "transition add jrn_abc123 --from welcome_email --to done --on user.login",
  ])
    await cli.json(at(`journey ${line}`));
});

describe("Journey lifecycle", () => {
  it("enrolls people once it is active", async () => {
    expect(await run("journey activate jrn_abc123")).toMatchObject({
      code: 0,
      stdout: `${id}\tUpdated Onboarding\tactive\t0\t0\n`,
    });
    cli.client.identify("usr_1", { email: "ada@example.com" });
    cli.client.identify("usr_2", { email: "bob@example.com" });
    await cli.client.flush();
    await settle(cli.api);
    expect(await cli.json(at("journey show jrn_abc123"))).toMatchObject({ stats: { enrolled: 2, active: 2 } });
  });

  it("publishes an edit to an active journey at once, and the people inside stay", async () => {
    const line = "journey transition add jrn_abc123 --from welcome_email --to done --after 5d --name late";
    const added = await run(line);
    expect(added.stderr).toContain("published as version 2, people inside stay on theirs");
    expect(await cli.json(at("journey show jrn_abc123"))).toMatchObject({ version: 2, stats: { active: 2 } });
    const described = await run('journey update jrn_abc123 --description "Greets people"');
    expect(described).toMatchObject({ code: 0, stderr: expect.not.stringContaining("published") });
    expect(await cli.json(at("journey show jrn_abc123"))).toMatchObject({ version: 2, description: "Greets people" });
  });

  it("refuses an edit that the active journey could not run with, and changes nothing", async () => {
    const refused = await run(
      `journey node add jrn_abc123 --name x --action '{"type": "send_email", "templateSlug": "nope"}'`,
    );
    expect(refused.code).toBe(3);
    expect(await cli.json(at("journey show jrn_abc123"))).toMatchObject({ version: 2, hasUnpublishedChanges: false });
  });

  it("asks before it pauses people: on a terminal; elsewhere --yes is needed", async () => {
    expect(await run("journey pause jrn_abc123")).toMatchObject({ code: 2, stdout: "" });
    const asked: string[] = [];
    const answers = {
      confirm: async (question: string) => {
        asked.push(question);
        return false;
      },
    };
    expect((await run("journey pause jrn_abc123", { isTTY: true, answers })).code).toBe(2);
    expect(asked).toEqual([
      "Pause Updated Onboarding? 2 people are inside: nobody new enters, their actions queue, transitions continue.",
    ]);
    expect(await run("journey pause jrn_abc123 --yes")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("\tpaused\t"),
    });
    expect(await cli.json(at("journey show jrn_abc123"))).toMatchObject({ status: "paused", pauseMode: "queue" });
  });

  it("keeps edits in the draft and says nothing of gaps while it is paused", async () => {
    const added = await run("journey node add jrn_abc123 --name island");
    expect(added.code).toBe(0);
    expect(added.stderr).not.toContain("Warning");
    expect(await shown()).not.toContain("cannot be reached");
    expect(await cli.json(at("journey show jrn_abc123"))).toMatchObject({ version: 2, hasUnpublishedChanges: true });
    const resumed = await run("journey activate jrn_abc123");
    expect(resumed.stderr).toContain("Resumed Updated Onboarding, version 3.");
    expect(resumed.stderr).toContain("Warning: Node “island” cannot be reached from the entry.");
  });

  it("stays paused when the draft cannot run", async () => {
    await run("journey pause jrn_abc123 --yes");
    await run(`journey node update jrn_abc123 island --action '{"type": "send_email", "templateSlug": "nope"}'`);
    expect((await run("journey activate jrn_abc123")).code).toBe(3);
    expect(await cli.json(at("journey show jrn_abc123"))).toMatchObject({ status: "paused" });
    await run("journey node remove jrn_abc123 island");
    expect((await run("journey activate jrn_abc123")).code).toBe(0);
  });
});

describe("Entry conditions", () => {
  it("are kept with the journey", async () => {
    const credentials = await run(`journey create \\
--name "Credentials Onboarding" \\
--entry-event user.created \\
--entry-conditions '{"provider": "credentials"}' \\
--entry-node welcome_email --json`);
    expect(JSON.parse(credentials.stdout)).toMatchObject({ entryConditions: { provider: "credentials" } });
  });

  it("let those in whose event has the values, all of them", async () => {
    const { id: silver } = await cli.json<{ id: string }>(`journey create \\
--name "Silver Tier Onboarding" \\
--entry-event app.package.enrolled \\
--entry-conditions '{"tier": "silver"}' \\
--entry-node welcome_email`);
    expect((await cli.sojourn(`journey activate ${silver}`)).code).toBe(0);
    cli.client.track("usr_silver", "package.enrolled", { tier: "silver" });
    cli.client.track("usr_gold", "package.enrolled", { tier: "gold" });
    await cli.client.flush();
    await settle(cli.api);
    expect(await cli.json(`journey show ${silver}`)).toMatchObject({ stats: { enrolled: 1 } });
  });
});

describe("Re-entry policy", () => {
  it("is skip unless it is restart", async () => {
    for (const policy of ["skip", "restart"]) {
      expect((await run(`journey update jrn_abc123 --re-entry-policy ${policy}`)).code).toBe(0);
      expect(await cli.json(at("journey show jrn_abc123"))).toMatchObject({ reEntryPolicy: policy });
    }
    expect((await run("journey update jrn_abc123 --re-entry-policy often")).code).toBe(2);
  });
});

describe("Analytics", () => {
  it("counts people per node and transition", async () => {
    cli.client.batch([{ type: "track", userId: "usr_1", event: "user.login" }]);
    await cli.client.flush();
    await settle(cli.api);
    const figures = await cli.json<{ nodes: unknown[]; transitions: unknown[] }>(at("journey analytics jrn_abc123"));
    expect(figures).toMatchObject({ totals: { enrolled: 4, active: 3, completed: 1, failed: 0 } });
    expect(figures.nodes).toContainEqual(
      expect.objectContaining({
        ...{ node: "welcome_email", entered: 4, waiting: 3, advanced: 1 },
        timeInNodeSeconds: { p50: expect.any(Number), p90: expect.any(Number), mean: expect.any(Number) },
      }),
    );
    const text = (await run("journey analytics jrn_abc123")).stdout;
    expect(text).toContain("Totals: 4 enrolled, 3 active, 1 completed, 0 stopped, 0 failed\n");
    expect(text).toMatch(/^welcome_email-to-done +welcome_email +done +1 +25.0 %$/m);
  });
});

describe("Transition event filters", () => {
  it.each([
    ["trial_started", "pro_onboarding", { plan: "pro" }],
    ["trial_active", "annual_onboarding", { interval: "annual" }],
  ])("from %s compare the properties of the event", async (from, to, eventFilter) => {
    const line = `journey create --name Filters --entry-event user.created --entry-node ${from}`;
    const { id: other } = await cli.json<{ id: string }>(line);
    await cli.sojourn(`journey add-node ${other} --name ${to} --terminal`);
    const trigger = JSON.stringify({ type: "event", event: "app.upgraded_plan", eventFilter });
    const added = await cli.sojourn(
      `journey transition add ${other} \\\n--from ${from} \\\n--to ${to} \\\n--trigger '${trigger}'`,
    );
    expect(added.stdout).toContain(`\ton app.upgraded_plan ${JSON.stringify(eventFilter)} -> ${to}\n`);
  });

  it("take events of the application", async () => {
    const line =
      "journey transition add jrn_abc123 \\\n--from welcome_email \\\n--to done \\\n--on app.completed_onboarding";
    expect((await run(line)).stdout).toContain("on app.completed_onboarding -> done");
  });
});

describe("The end of a journey", () => {
  it("archives it for good, everyone leaves", async () => {
    expect((await run("journey archive jrn_abc123")).code).toBe(2);
    expect(await run("journey archive jrn_abc123 --yes")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("\tarchived\t"),
    });
    await settle(cli.api);
    for (const line of [
      "journey activate jrn_abc123",
      "journey node add jrn_abc123 --name x",
      "journey pause jrn_abc123 --yes",
    ])
      expect(await run(line)).toMatchObject({
        code: 6,
        stderr: expect.stringContaining("is archived, which is final"),
      });
    expect((await run("journey list --status archived")).stdout).toContain(id);
    expect(await cli.json(at("journey show jrn_abc123"))).toMatchObject({ status: "archived", stats: { active: 0 } });
  });

  it("deletes it with the states of all users", async () => {
    expect((await run("journey remove jrn_abc123")).code).toBe(0);
    await settle(cli.api);
    expect(await run("journey show jrn_abc123")).toMatchObject({ code: 5, stdout: "" });
  });
});
