import { beforeAll, expect, it } from "vitest";
import { cliFixture } from "./testing/cli-fixture.ts";
import { makeTemplates } from "./testing/make-templates.ts";

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
  "journey pause onboarding",
  "journey archive onboarding",
  "journey remove onboarding",
];

const settled = (text: string): string =>
  text
    .replaceAll(/jrn_[0-9a-z]{12}/g, "jrn_abc123456789")
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>")
    .replaceAll("\u001b", "\\e");

async function transcript(isTTY: boolean): Promise<string> {
  const blocks: string[] = [];
  for (const line of LINES) {
    const { code, stdout, stderr } = await cli.sojourn(line, { isTTY, env: isTTY ? { NO_COLOR: "" } : {} });
    const told = stderr.replace(/^/gm, "! ").replace(/! $/, "");
    blocks.push(`$ sojourn ${line}\n${stdout}${told}${code === 0 ? "" : `= ${code}\n`}`);
  }
  return settled(blocks.join("\n"));
}

beforeAll(() => makeTemplates(cli.api));

it("in a pipe, rows have tabs and nothing has colours", async () => {
  await expect(await transcript(false)).toMatchFileSnapshot("testing/golden/piped.txt");
});

it("on a terminal, lists are aligned under headings", async () => {
  await expect(await transcript(true)).toMatchFileSnapshot("testing/golden/terminal.txt");
});
