// The document of source 000, its first half, from top to bottom: every command line as written there, but for the program's name, the
// ids that the server assigns, and addresses that the document hides.
import { beforeAll, describe, expect, it } from "vitest";
import { cliFixture } from "../testing/cli-fixture.ts";
import { makeTemplates } from "../testing/make-templates.ts";

const cli = cliFixture();
let id = "";
const at = (line: string) => line.replaceAll("jrn_abc123", id);
const run = (line: string, given = {}) => cli.sojourn(at(line), given);
const shown = async () => (await run("journey show jrn_abc123")).stdout;

async function create(name: string, rest = ""): Promise<string> {
  return (await cli.json<{ id: string }>(`journey create --name "${name}" --entry-event user.created ${rest}`)).id;
}

beforeAll(() => makeTemplates(cli.api));

describe("Create a journey", () => {
  it("makes a scaffold with an entry node that does nothing", async () => {
    const created = await run(`journey create \\
--name "Onboarding Flow" \\
--entry-event user.created \\
--entry-node welcome_email`);
    expect(created).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^jrn_\w+\tOnboarding Flow\tdraft\t0\t0\n$/),
    });
    id = created.stdout.split("\t")[0] ?? "";
    expect(created.stderr).toContain(`Undo: sojourn journey remove ${id}\n`);
    expect(await cli.json(at("journey show jrn_abc123"))).toMatchObject({
      id,
      name: "Onboarding Flow",
      status: "draft",
      entryEvent: "user.created",
      entryNode: "welcome_email",
      reEntryPolicy: "skip",
      nodes: { welcome_email: { action: { type: "none" }, terminal: false } },
      transitions: [],
      stats: { enrolled: 0, active: 0, completed: 0, failed: 0 },
    });
  });
});

describe("Add nodes", () => {
  it("says what the entry node does", async () => {
    const added = await run(`journey node add jrn_abc123 \\
--name welcome_email \\
--action '{"type": "send_email", "templateSlug": "welcome-email"}'`);
    expect(added).toMatchObject({ code: 0, stdout: "welcome_email\tsend_email welcome-email\t\t0\t0\n" });
  });

  it("adds a node, and warns of gaps in the graph", async () => {
    const added = await run(`journey node add jrn_abc123 \\
--name nudge_1 \\
--action '{"type": "send_email", "templateSlug": "login-nudge"}'`);
    expect(added).toMatchObject({ code: 0, stdout: "nudge_1\tsend_email login-nudge\t\t0\t0\n" });
    expect(added.stderr).toContain("Warning: Node “nudge_1” cannot be reached from the entry.\n");
  });

  it("adds a node with a sender of its own to a journey that has none of that name", async () => {
    const other = await create("Another", "--entry-node start");
    const added = await cli.sojourn(`journey node add ${other} \\
--name welcome_email \\
--action '{"type": "send_email", "templateSlug": "welcome-email"}' \\
--email-id hello@example.com`);
    expect(added.stdout).toBe("welcome_email\tsend_email welcome-email, from hello@example.com\t\t0\t0\n");
    const again = await run(`journey node add jrn_abc123 --name welcome_email --action '{"type": "none"}'`);
    expect(again).toMatchObject({
      code: 6,
      stderr: expect.stringContaining("There is a node “welcome_email” already."),
    });
  });

  it("adds a node that ends the journey, and one without warnings", async () => {
    expect(await run("journey node add jrn_abc123 \\\n--name done \\\n--terminal")).toMatchObject({
      code: 0,
      stdout: "done\tnone\tterminal\t0\t0\n",
    });
    const quiet = await run(`journey node add jrn_abc123 --name post_session --action '{"type": "none"}' --quiet`);
    expect(quiet.code).toBe(0);
    expect(quiet.stderr).not.toContain("Warning");
  });
});

describe("Edit nodes", () => {
  const update = (rest: string) => run(`journey node update jrn_abc123 \\\n${rest}`);

  it("adds a survey to an e-mail, and removes it", async () => {
    const survey = `welcome_email \\
--action '{"type": "send_email", "templateSlug": "welcome-email", "surveySlug": "onboarding-nps"}'`;
    expect((await update(survey)).stdout).toContain("send_email welcome-email, survey onboarding-nps");
    const plain = `welcome_email \\\n--action '{"type": "send_email", "templateSlug": "welcome-email"}'`;
    expect((await update(plain)).stdout).toContain("\tsend_email welcome-email\t");
  });

  it("makes a node terminal", async () => {
    expect(await update("done \\\n--terminal")).toMatchObject({ code: 0, stdout: "done\tnone\tterminal\t0\t0\n" });
  });

  it("changes the sender alone, which stays when the action is replaced", async () => {
    const sender = await run("journey node update jrn_abc123 welcome_email \\\n--email-id hello@example.com");
    expect(sender.stdout).toContain("send_email welcome-email, from hello@example.com");
    const action = `welcome_email --action '{"type": "send_email", "templateSlug": "login-nudge"}'`;
    expect((await update(action)).stdout).toContain("send_email login-nudge, from hello@example.com");
    expect((await update(`${action.replace("login-nudge", "welcome-email")} --email-id ""`)).stdout).toContain(
      "\tsend_email welcome-email\t",
    );
  });
});

describe("Add transitions", () => {
  const add = (rest: string) => run(`journey transition add jrn_abc123 \\\n${rest}`);

  it("goes on when an event occurs, or after a time", async () => {
    const event = await add("--from welcome_email \\\n--to done \\\n--on user.login");
    expect(event).toMatchObject({ code: 0, stdout: "welcome_email-to-done\twelcome_email\ton user.login -> done\n" });
    const timer = await add("--from welcome_email \\\n--to nudge_1 \\\n--after 2d");
    expect(timer.stdout).toBe("welcome_email-to-nudge_1\twelcome_email\tafter 2d -> nudge_1\n");
  });

  it("takes a name, and gives a second of the same ends a number", async () => {
    const named = await add("--from welcome_email \\\n--to done \\\n--on user.login \\\n--name login-success");
    expect(named.stdout).toContain("login-success\t");
    const second = await add("--from welcome_email \\\n--to nudge_1 \\\n--after 2d \\\n--quiet");
    expect(second.stdout).toContain("welcome_email-to-nudge_1-2\t");
    expect(second.stderr).not.toContain("Warning");
    const third = await add("--from welcome_email --to done --on user.login");
    expect(third.stdout).toContain("welcome_email-to-done-2\t");
    for (const name of ["welcome_email-to-nudge_1-2", "welcome_email-to-done-2"])
      expect((await run(`journey transition remove jrn_abc123 ${name}`)).code).toBe(0);
  });

  it.each([
    ["30m", "30m"],
    ["12h", "12h"],
    ["2d", "2d"],
    ["1w", "1w"],
    ["45", "45m"],
  ])("takes %s as a duration", async (written, printed) => {
    const added = await add(`--from nudge_1 --to post_session --after ${written} --name wait`);
    expect(added.stdout).toBe(`wait\tnudge_1\tafter ${printed} -> post_session\n`);
    expect((await run("journey transition remove jrn_abc123 wait")).code).toBe(0);
  });
});

describe("Inspect a journey", () => {
  it("shows the transitions as the document prints them", async () => {
    const text = await shown();
    expect(text).toContain("\nTransitions:\n");
    expect(text).toContain("\nwelcome_email → nudge_1 [timer (2d)] (welcome_email-to-nudge_1)\n");
    expect(text).toContain("\nwelcome_email → done [on user.login] (welcome_email-to-done)\n");
    expect(text).toContain("\nStats: 0 enrolled, 0 active, 0 completed, 0 failed\n");
    expect(text).toContain("\nNode “post_session” cannot be reached from the entry.\n");
    expect((await run("journey show jrn_abc123 --quiet")).stdout).not.toContain("cannot be reached");
  });

  it("lists the nodes with their transition counts", async () => {
    expect((await run("journey node list jrn_abc123")).stdout).toBe(
      [
        "welcome_email\tsend_email welcome-email\t\t0\t3",
        "nudge_1\tsend_email login-nudge\t\t1\t0",
        "done\tnone\tterminal\t2\t0",
        "post_session\tnone\t\t0\t0",
        "",
      ].join("\n"),
    );
  });

  it("lists the transitions, all or those of a node", async () => {
    const rows = async (rest: string) => (await run(`journey transition list jrn_abc123${rest}`)).stdout.split("\n");
    expect(await rows("")).toEqual([
      "welcome_email-to-done\twelcome_email\ton user.login -> done",
      "welcome_email-to-nudge_1\twelcome_email\tafter 2d -> nudge_1",
      "login-success\twelcome_email\ton user.login -> done",
      "",
    ]);
    expect(await rows(" --from welcome_email")).toHaveLength(4);
    expect((await rows(" --to done")).join()).not.toContain("nudge_1");
  });
});

describe("Edit and remove transitions", () => {
  it("replaces the trigger of a transition, whatever its type", async () => {
    const timer = await run("journey transition update jrn_abc123 \\\nwelcome_email-to-nudge_1 \\\n--after 3d");
    expect(timer.stdout).toContain("after 3d -> nudge_1");
    expect(timer.stderr).toContain(`--trigger '{"type":"timer","delay":"2d"}'`);
    const event = await run(
      "journey transition update jrn_abc123 \\\nlogin-success \\\n--on user.completed_onboarding",
    );
    expect(event.stdout).toContain("on user.completed_onboarding -> done");
    const other = await run("journey transition update jrn_abc123 login-success --after 1h");
    expect(other.stdout).toContain("after 1h -> done");
  });

  it("removes a transition, and its undo adds it again", async () => {
    const removed = await run("journey transition remove jrn_abc123 welcome_email-to-nudge_1");
    expect(removed).toMatchObject({ code: 0, stdout: "" });
    expect(await shown()).not.toContain("nudge_1 [timer");
    const undo = /Undo: sojourn (.*)\n/.exec(removed.stderr)?.[1] ?? "";
    expect((await run(undo)).code).toBe(0);
    expect(await shown()).toContain("welcome_email → nudge_1 [timer (3d)] (welcome_email-to-nudge_1)");
  });
});

describe("Remove nodes", () => {
  it("removes the transitions to and from a node with it", async () => {
    const removed = await cli.json<{ transitions: unknown[] }>(at("journey node remove jrn_abc123 nudge_1"));
    expect(removed.transitions).toMatchObject([{ name: "welcome_email-to-nudge_1" }]);
    expect(await shown()).not.toContain("nudge_1");
  });

  it("keeps the entry node", async () => {
    expect(await run("journey node remove jrn_abc123 welcome_email")).toMatchObject({ code: 6, stdout: "" });
  });
});

describe("List journeys, update journey metadata", () => {
  it("lists those of a status", async () => {
    expect((await run("journey list")).stdout).toContain(`${id}\tOnboarding Flow\tdraft\t0\t0\n`);
    expect(await run("journey list --status active")).toMatchObject({ code: 0, stdout: "" });
  });

  it("changes only what is given", async () => {
    const renamed = await run(`journey update jrn_abc123 --name "Updated Onboarding"`);
    expect(renamed.stdout).toBe(`${id}\tUpdated Onboarding\tdraft\t0\t0\n`);
    expect(renamed.stderr).toContain(`Undo: sojourn journey update ${id} --name 'Onboarding Flow'\n`);
    expect(await shown()).toContain("welcome_email → done [on user.login]");
  });

  it("replaces the whole graph", async () => {
    const other = await create("Whole");
    const nodes = `'{"a": {"action": {"type": "tag_user", "tagName": "new"}}, "b": {"terminal": true}}'`;
    const transitions = `'[{"from": "a", "to": "b", "trigger": {"type": "timer", "delay": "1d"}}]'`;
    const line = `journey update ${other} --entry-node a --nodes ${nodes} --transitions ${transitions}`;
    expect((await cli.sojourn(line)).code).toBe(0);
    const text = (await cli.sojourn(`journey show ${other}`)).stdout;
    expect(text).toContain("a: tag_user new\nb: none, terminal\n");
    expect(text).toContain("a → b [timer (1d)] (a-to-b)");
  });

  it("takes the sender of a node in its JSON", async () => {
    const other = await create("Sender", "--entry-node welcome_email");
    const updated = await cli.sojourn(`journey update ${other} \\
--nodes '{
"welcome_email": {
"action": {
"type": "send_email",
"templateSlug": "welcome-email",
"fromIdentityEmail": "hello@example.com"
},
"terminal": false
}
}'`);
    expect(updated.code).toBe(0);
    expect((await cli.sojourn(`journey node list ${other}`)).stdout).toContain("from hello@example.com");
  });

  it("refuses nodes that leave a transition without its end, and changes nothing", async () => {
    const before = await shown();
    const refused = await run(`journey update jrn_abc123 --nodes '{"welcome_email": {}}'`);
    expect(refused).toMatchObject({ code: 3, stdout: "" });
    expect(refused.stderr).toContain("“done” is not one of the nodes.");
    expect(await shown()).toBe(before);
  });
});
