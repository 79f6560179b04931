import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { settle } from "#api/testing";
import { cliFixture } from "./testing/cli-fixture.ts";
import { makeTemplates } from "./testing/make-templates.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const cli = cliFixture();
const cwd = temporaryFolder();
let id = "";
let other = "";

/** A journey that waits for a login after an e-mail; active. */
async function activeJourney(name: string): Promise<string> {
  const created = await cli.json<{ id: string }>(
    `journey create --name ${name} --entry-event signed_up --entry-node hello`,
  );
  for (const line of [
    `node add ${created.id} --name hello --action '{"type": "send_email", "templateSlug": "welcome-email"}'`,
    `node add ${created.id} --name done --terminal`,
    `transition add ${created.id} --from hello --to done --on user.login`,
    `activate ${created.id}`,
  ])
    await cli.json(`journey ${line}`);
  return created.id;
}

beforeAll(async () => {
  await makeTemplates(cli.api);
  id = await activeJourney("First");
  other = await activeJourney("Second");
  const lines = ["ada", "bob"].flatMap((userId) => [
    { type: "identify", userId, traits: { email: `${userId}@example.com`, plan: "pro" } },
    { userId, event: "signed_up", properties: { source: "ad" } },
  ]);
  const stdin = `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
  const sent = await cli.sojourn("events send --file -", { stdin });
  if (sent.stdout !== "accepted\t4\nduplicates\t0\nrefused\t0\n") throw new Error(sent.stdout + sent.stderr);
  await settle(cli.api);
});

describe("events send", () => {
  it("stores one event under the name that the application means, once for each id", async () => {
    const sent = await cli.sojourn(`events send ada viewed --properties '{"page": 1}' --message-id view-1`);
    expect(sent).toMatchObject({ code: 0, stderr: "Stored viewed of ada.\n" });
    const again = await cli.json("events send ada viewed --message-id view-1");
    expect(again).toMatchObject({ status: "duplicate" });
    expect((await cli.sojourn("events tail --count 1 --name app.viewed")).stdout).toContain(
      'app.viewed\tada\t{"page":1}\n',
    );
  });

  it("names the lines of a file that are no messages, and sends none of them", async () => {
    writeFileSync(join(cwd, "bad.ndjson"), '{"userId": "eve", "event": "x"}\nnonsense\n\n[1]\n');
    const refused = await cli.sojourn("events send --file bad.ndjson", { cwd });
    expect(refused).toMatchObject({ code: 3, stdout: "" });
    expect(refused.stderr).toContain("  line 2: is not a JSON object\n  line 4: is not a JSON object\n");
    expect((await cli.sojourn("people show eve")).code).toBe(5);
  });

  it("reports the messages that the server refuses, by their lines, and stores the others", async () => {
    const stdin = '{"userId": "ada", "event": "fine"}\n{"event": "nobody"}\n';
    const sent = await cli.sojourn("events send --file -", { stdin });
    expect(sent).toMatchObject({ code: 3, stdout: "accepted\t1\nduplicates\t0\nrefused\t1\n" });
    expect(sent.stderr).toContain("  line 2: a userId or an anonymousId is needed\n");
    const none = await cli.sojourn("events send --file - --json", { stdin: '{"event": "nobody"}\n' });
    expect(JSON.parse(none.stdout)).toEqual({ accepted: 0, duplicates: 0, refused: 1 });
  });
});

describe("events tail", () => {
  it("prints a JSON object a line, those that come later too, until it has its count", async () => {
    let isSent = false;
    const onStdout = () => {
      if (!isSent) cli.client.track("ada", "later");
      isSent = true;
    };
    const { stdout } = await cli.sojourn("events tail --last 1 --count 2 --json", { onStdout });
    const events = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject({ name: "app.later", endUser: { externalId: "ada" } });
  });

  it("ends when it is interrupted", async () => {
    const abort = new AbortController();
    const run = await cli.sojourn("events tail --last 1", { signal: abort.signal, onStdout: () => abort.abort() });
    expect(run.code).toBe(0);
  });
});

describe("people", () => {
  it("are shown with traits and journeys, and with what happened to them", async () => {
    expect((await cli.sojourn("people show ada")).stdout).toMatch(
      /^ada \(.+\)\n[\s\S]*plan: pro\n[\s\S]*First: active, since/,
    );
    const moments = await cli.json<{ kind: string; text: string }[]>("people timeline ada");
    expect(moments.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["event", "transition", "message"]));
    expect((await cli.sojourn("people show nobody")).code).toBe(5);
  });

  it("are exported whole, and erased with a receipt", async () => {
    cli.client.identify("zoe", { city: "Jena" });
    await cli.client.flush();
    await settle(cli.api);
    const { stdout, stderr } = await cli.sojourn("people export zoe");
    expect(stdout).toContain("Jena");
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^\{"kind":"end","tables":\{.*"people":1/);
    expect(stderr).toMatch(/^Exported \d+ rows about zoe\.$/m);
    expect((await cli.sojourn("people erase zoe")).code).toBe(2);
    const engine = setInterval(() => void settle(cli.api).catch(() => {}), 500);
    const erased = await cli.json<{ erased: Record<string, number> }>("people erase zoe --yes");
    clearInterval(engine);
    expect(erased.erased).toMatchObject({ people: 1, identities: 1 });
    expect((await cli.sojourn("people show zoe")).code).toBe(5);
  });
});

describe("looking into a journey", () => {
  it("why says where a person is, and that another is not in", async () => {
    expect(await cli.json(`why ada ${id}`)).toMatchObject({ verdict: "in", waiting: { name: "hello" } });
    await cli.sojourn("events send cleo viewed");
    await settle(cli.api);
    expect(await cli.json(`why cleo ${id}`)).toMatchObject({ verdict: "not_in" });
    expect((await cli.sojourn("why ada jrn_none")).code).toBe(5);
  });

  it("funnel, overlap and audit count people", async () => {
    expect(await cli.json(`funnel ${id}`)).toMatchObject({
      enrolled: 2,
      steps: [
        { name: "hello", entered: 2, share: 1, waiting: 2 },
        { name: "done", entered: 0, share: 0 },
      ],
    });
    expect(await cli.json(`overlap ${id} ${other}`)).toMatchObject({ both: 2, active: { [id]: 2, [other]: 2 } });
    expect(await cli.json("audit")).toMatchObject({ enrollments: 4, findings: [] });
  });

  it("preflight ends with 3 where a journey cannot be activated", async () => {
    expect(await cli.sojourn(`preflight ${id}`)).toMatchObject({
      code: 0,
      stdout: "",
      stderr: "First can be activated.\n",
    });
    const bad = await cli.json<{ id: string }>("journey create --name Bad --entry-event x --entry-node a");
    await cli.json(`journey node add ${bad.id} --name a --action '{"type": "send_email", "templateSlug": "nope"}'`);
    expect(await cli.sojourn(`preflight ${bad.id}`)).toMatchObject({
      code: 3,
      stdout: expect.stringContaining("unknown_content\ta"),
    });
  });

  it("simulate and backtest run the draft and send nothing", async () => {
    const run = await cli.json<{ outcome: object; deliveries: object[] }>(
      `simulate ${id} --traits '{"email": "eva@example.com"}' --event signed_up --then 2d:user.login`,
    );
    expect(run).toMatchObject({ outcome: { status: "completed" }, deliveries: [{ recipient: "eva@example.com" }] });
    expect((await cli.sojourn(`simulate ${id} --then tomorrow`)).code).toBe(2);
    expect(await cli.json(`backtest ${id} --days 1`)).toMatchObject({ draft: { totals: { enrolled: 2 } } });
  });

  it("open prints the address of the page", async () => {
    expect((await cli.sojourn(`open ${id}`)).stdout).toMatch(new RegExp(`^${cli.url}/journeys/[0-9a-f-]{36}\\n$`));
  });
});

describe("export and import", () => {
  it("write a journey to a file and read it as another one, and back into the first", async () => {
    expect((await cli.sojourn(`export ${id} -o first.json`, { cwd })).code).toBe(0);
    const file = JSON.parse(readFileSync(join(cwd, "first.json"), "utf8"));
    expect(file).toMatchObject({ name: "First", transitions: [{ name: "hello-to-done" }] });
    const copy = await cli.json<{ id: string; nodes: object }>("import first.json --key first-copy", { cwd });
    expect(copy.nodes).toEqual(file.nodes);
    const extra = { terminal: false, colour: "red" };
    writeFileSync(join(cwd, "changed.json"), JSON.stringify({ ...file, nodes: { ...file.nodes, extra } }));
    const changed = await cli.sojourn(`import changed.json --journey ${copy.id}`, { cwd });
    expect([changed.code, changed.stderr]).toEqual([0, expect.stringContaining("Warning: /nodes/extra/colour: ")]);
    expect((await cli.sojourn(`journey node list ${copy.id}`)).stdout).toContain("extra\tnone");
  });

  it.each([
    ["a file that is cut short", '{"name": "x", "nodes": {', 3, "is not valid JSON"],
    ["a file of another product", '{"hello": 1}', 3, "The format is not one of"],
    [
      "an unknown node",
      '{"name": "x", "entryNode": "a", "nodes": {"a": {"action": {"type": "fly"}}}}',
      3,
      "/nodes/a/action",
    ],
  ])("%s is refused by name", async (_name, text, code, message) => {
    const refused = await cli.sojourn("import -", { stdin: text });
    expect(refused).toMatchObject({ code, stdout: "" });
    expect(refused.stderr).toContain(message);
  });
});

describe("doctor and completion", () => {
  it("doctor says what works, and ends with 1 where something does not", async () => {
    const well = await cli.json<{ check: string; status: string }[]>("doctor");
    expect(well).toContainEqual(expect.objectContaining({ check: "key", status: "ok" }));
    const away = await cli.sojourn("doctor", { env: { SOJOURN_URL: "http://127.0.0.1:9" } });
    expect(away).toMatchObject({ code: 1, stdout: expect.stringContaining("cannot be reached") });
    const stranger = await cli.sojourn("doctor", { env: { SOJOURN_SECRET_KEY: "sk_unknown" } });
    expect(stranger.code).toBe(1);
  });

  it.each([
    ["journey tr", "transition\ntree\n"],
    ["journey transition ", "add\nlist\nremove\nupdate\n"],
    ["journey pause --m", "--mode\n"],
    ["jour", "journey\n"],
  ])("completes “%s”", async (line, expected) => {
    const run = await cli.sojourn(["complete", "--", ...line.split(" ")]);
    expect(run).toMatchObject({ code: 0, stdout: expected });
  });

  it("bench asks first, stores events, and prints figures", async () => {
    expect(await cli.sojourn("bench --events 5")).toMatchObject({ code: 2, stdout: "" });
    expect(await cli.json("bench --events 5 --people 2 --yes")).toMatchObject({
      events: 5,
      eventsPerSecond: expect.any(Number),
      single: { p50Ms: expect.any(Number) },
    });
    const [row] = await cli.api.database.sql`select count(*)::int as n from events where name = 'app.sojourn_bench'`;
    expect(row?.n).toBe(25);
  });

  it("prints the script of each shell", async () => {
    for (const shell of ["bash", "zsh", "fish"])
      expect((await cli.sojourn(`completion ${shell}`)).stdout).toContain("sojourn complete --");
    expect((await cli.sojourn("completion csh")).code).toBe(2);
  });
});
