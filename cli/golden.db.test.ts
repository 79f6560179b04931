import { beforeAll, expect, it } from "vitest";
import { type ApiFixture, apiFixture } from "#api/testing";
import { cliFixture } from "./testing/cli-fixture.ts";
import { makeTemplates } from "./testing/make-templates.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const cli = cliFixture();

/** Command lines whose whole output is kept, in this order; the journey is `onboarding`. */
const LINES = [
  'journey create --name "Onboarding Flow" --key onboarding --entry-event user.created --entry-node welcome_email',
  `journey node add onboarding --name welcome_email --action '{"type": "send_email", "templateSlug": "welcome-email"}'`,
  "journey node add onboarding --name done --terminal",
  "journey transition add onboarding --from welcome_email --to done --on user.login",
  "journey transition add onboarding --from welcome_email --to done --after 45 --quiet",
  "journey node list onboarding",
  "journey transition list onboarding",
  "journey show onboarding",
  "journey activate onboarding --plan",
  "journey activate onboarding",
  "journey list",
  "journey list --status paused",
  "journey analytics onboarding",
  "preflight onboarding",
  "journey node remove onboarding done --plan",
  "journey node remove onboarding nope",
  "journey transition add onboarding --from welcome_email --to nope --after 1d",
  "journey transition update onboarding welcome_email-to-done --after soon",
  "promote onboarding --to live --plan",
  "promote onboarding --to live --no-input",
  "promote onboarding --to live --yes",
  "promote onboarding --to live",
  "promote onboarding --to nowhere",
  "promote onboarding",
  "init --plan",
  "init",
  "pull onboarding --format yaml",
  "plan",
  "plan journeys/onboarding.yaml --stay welcome_email --move done=welcome_email --others leave --tolerance 5%",
  "plan --others jump",
  "plan --stay done --leave done",
  "plan --tolerance much",
  "plan --out plan.json",
  "apply plan.json --tolerance 0 --plan",
  "apply plan.json --no-input",
  "apply --reason Why",
  "apply plan.json --yes",
  "apply",
  "drift",
  "journey pause onboarding",
  "journey archive onboarding",
  "journey remove onboarding",
  "journey remove activation --yes",
];

const settled = (text: string): string =>
  text
    .replaceAll(/jrn_[0-9a-z]{12}/g, "jrn_abc123456789")
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>")
    .replaceAll("\u001b", "\\e");

let configDir: string;
let live: ApiFixture;

async function transcript(isTTY: boolean): Promise<string> {
  const blocks: string[] = [];
  const cwd = temporaryFolder();
  for (const line of LINES) {
    const { code, stdout, stderr } = await cli.sojourn(line, {
      isTTY,
      cwd,
      configDir,
      env: isTTY ? { NO_COLOR: "" } : {},
    });
    const told = stderr.replace(/^/gm, "! ").replace(/! $/, "");
    blocks.push(`$ sojourn ${line}\n${stdout}${told}${code === 0 ? "" : `= ${code}\n`}`);
  }
  expect((await live.call("DELETE /api/journeys/onboarding?permanent=true")).status).toBe(204);
  return settled(blocks.join("\n"));
}

beforeAll(async () => {
  await makeTemplates(cli.api);
  configDir = temporaryFolder();
  live = await apiFixture();
  const env = { SOJOURN_URL: cli.url, SOJOURN_SECRET_KEY: live.secretKey };
  expect((await cli.sojourn("login --profile live", { configDir, env })).code).toBe(0);
});

it("in a pipe, rows have tabs and nothing has colours", async () => {
  await expect(await transcript(false)).toMatchFileSnapshot("testing/golden/piped.txt");
});

it("on a terminal, lists are aligned under headings", async () => {
  await expect(await transcript(true)).toMatchFileSnapshot("testing/golden/terminal.txt");
});
