import { beforeAll, expect, it } from "vitest";
import { cliFixture } from "./testing/cli-fixture.ts";
import { makeTemplates } from "./testing/make-templates.ts";

const cli = cliFixture();

beforeAll(async () => {
  await makeTemplates(cli.api);
  await cli.json("journey create --name Strict --key strict --entry-event user.created --entry-node welcome_email");
  await cli.json("journey node add strict --name done --terminal");
  await cli.json("journey transition add strict --from welcome_email --to done --on user.login");
});

const node = "journey node add strict --name x";
const add = "journey transition add strict --from welcome_email --to done";
const event = `"type": "event", "event": "app.upgraded_plan"`;

/** The lines of the document with one thing wrong in each: the exit code, and what stderr says. */
const LINES: [string, number, string][] = [
  [`${node} --action '{"type": "send_email"}'`, 3, "--action/templateSlug"],
  [`${node} --action '{"type": "send_mail", "templateSlug": "welcome-email"}'`, 3, "--action/type"],
  [`${node} --action '{"type": "tag_user", "tagName": 7}'`, 3, "--action/tagName"],
  [`${node} --action '{"type": "advance_stage"}'`, 3, "--action/stageName"],
  [`${node} --action '{"type": "tag_user", "tag": "new"}'`, 3, "--action/tagName"],
  [`${node} --action '{"type": "none"'`, 3, "--action is not valid JSON"],
  [`${node} --action '"none"'`, 3, "--action is a JSON object"],
  [`${node} --action '{"type": "none"}' --email-id hello@example.com`, 3, "--email-id is for send_email"],
  ["journey node add strict", 2, "required option '--name <name>' not specified"],
  ["journey node add jrn_000000000000 --name x", 5, "journey"],
  ["journey node add strict --name done", 6, "There is a node “done” already."],
  ["journey node update strict nope --terminal", 5, "There is no node “nope”."],
  ["journey node update strict done", 2, "Nothing to change"],
  [add, 2, "Say when: give one of --on, --after and --trigger."],
  [`${add} --on user.login --after 2d`, 2, "Give one of --on, --after and --trigger."],
  [`${add} --after 2x`, 3, '--after "2x" is not a duration'],
  [`${add} --after -1d`, 3, '--after "-1d" is not a duration'],
  [`${add} --after ""`, 3, '--after "" is not a duration'],
  [`${add} --on ""`, 2, "--on is the name of an event."],
  [`${add} --trigger '{"type": "sometimes"}'`, 3, "--trigger/type"],
  [`${add} --trigger '{"type": "event"}'`, 3, "--trigger/event"],
  [`${add} --trigger '{${event}, "eventFilter": "pro"}'`, 3, "--trigger/eventFilter"],
  [`${add} --trigger '{"type": "timer", "delay": "soon"}'`, 3, "--trigger/delay"],
  [`${add} --on user.login --name welcome_email-to-done`, 6, "There is a transition “welcome_email-to-done” already."],
  ["journey transition add strict --from nope --to done --on x", 3, "--from: “nope” is not one of the nodes."],
  ["journey transition update strict nope --on x", 5, "There is no transition “nope”."],
  ["journey transition remove strict nope", 5, "There is no transition “nope”."],
  [`journey update strict --nodes '[]'`, 3, "--nodes is a JSON object"],
  [`journey update strict --nodes '{"a": {"terminal": "yes"}}'`, 3, "--nodes/a/terminal"],
  [`journey update strict --transitions '{}'`, 3, "--transitions"],
  [`journey update strict --transitions '[{"from": "welcome_email"}]'`, 3, "--transitions/0/to"],
  [`journey update strict --name ""`, 3, "--name"],
  ["journey update strict", 2, "Nothing to change"],
  ["journey update strict --entry-node nope", 3, "--entry-node: The entry node “nope” is not one of the nodes."],
  [`journey update strict --entry-conditions '"silver"'`, 3, "--entry-conditions is a JSON object"],
  ["journey update strict --re-entry-policy always", 2, "--re-entry-policy is one of skip, restart"],
  ["journey list --status running", 2, "--status is one of draft, active, paused, archived"],
  ["journey list --limit none", 2, "--limit is a whole number"],
  ["journey pause strict --mode stop --yes", 2, "--mode is one of queue, hold, drain"],
  ["journey create --entry-event user.created", 2, "required option '--name <name>' not specified"],
  [
    "journey create --name X --entry-event user.created --entry-conditions silver",
    3,
    "--entry-conditions is not valid JSON",
  ],
  ["journey show", 2, "missing required argument 'journey'"],
  ["journey show strict extra", 2, "too many arguments"],
  ["journey shwo strict", 2, "unknown command 'shwo'"],
];

it.each(LINES)("%s ends with %i", async (line, code, text) => {
  const before = await cli.json<object>("journey show strict");
  const count = async () => (await cli.json<unknown[]>("journey list")).length;
  const journeys = await count();
  const run = await cli.sojourn(line);
  expect(run.stderr).toContain(text);
  expect(run).toMatchObject({ code, stdout: "" });
  expect(await cli.json("journey show strict")).toEqual(before);
  expect(await count()).toBe(journeys);
});

it("all findings come at once", async () => {
  const nodes = `'{"a": {"action": {"type": "tag_user"}}, "b": {"terminal": 1}}'`;
  const run = await cli.sojourn(`journey update strict --nodes ${nodes}`);
  expect(run.code).toBe(3);
  for (const place of ["--nodes/a/action/tagName", "--nodes/b/terminal"]) expect(run.stderr).toContain(place);
});

it("with --json the refusal is a JSON object on stderr", async () => {
  const run = await cli.sojourn(`${node} --action '{"type": "send_email"}' --json`);
  expect(JSON.parse(run.stderr).error).toMatchObject({ exit: 3, errors: [{ pointer: "--action/templateSlug" }] });
});

it("without a key, with another workspace's key and with a publishable key the exit code is 4", async () => {
  const env = (SOJOURN_SECRET_KEY: string) => ({ env: { SOJOURN_SECRET_KEY } });
  expect(await cli.sojourn("journey list", env(""))).toMatchObject({ code: 4, stdout: "" });
  expect(await cli.sojourn("journey list", env("sk_nobody"))).toMatchObject({ code: 4, stdout: "" });
  expect(await cli.sojourn("journey list", env(cli.api.publishableKey))).toMatchObject({ code: 4, stdout: "" });
});

it("a journey of another workspace does not exist", async () => {
  const { apiFixture } = await import("#api/testing");
  const { secretKey } = await apiFixture();
  const { id } = await cli.json<{ id: string }>("journey show strict");
  const run = await cli.sojourn(`journey node add ${id} --name x`, { env: { SOJOURN_SECRET_KEY: secretKey } });
  expect(run).toMatchObject({ code: 5, stdout: "" });
});

it("two people who edit at once both get what they asked for", async () => {
  const names = ["p", "q", "r"];
  const runs = await Promise.all(names.map((name) => cli.sojourn(`journey node add strict --name ${name}`)));
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(Object.keys((await cli.json<{ nodes: object }>("journey show strict")).nodes)).toEqual(
    expect.arrayContaining(names),
  );
});
