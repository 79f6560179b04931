import type { Command } from "commander";
import { createProgram } from "./program.ts";

const HEAD = `# The command line

<!-- Made from the commands by \`npm run cli:docs\`: change those, not this file. -->

\`sojourn\` creates, runs and explains journeys from a terminal or a script. In a checkout it is \`npm run -s sojourn -- journey list\`;
\`npm run build:cli\` makes one file of it that needs nothing but Node.

- **The server and the key** come from \`--profile\`, from \`SOJOURN_URL\` and \`SOJOURN_SECRET_KEY\`, or from the last \`sojourn login\`.
- **Data is printed on stdout**, everything else on stderr. Lists are aligned on a terminal and have tabs between the cells in a pipe. With
  \`--json\` data is JSON, and streams are a JSON object a line; an error is a JSON object on stderr.
- **Nothing requires an answer.** Where a person would be asked, a script adds \`--yes\`; without it the command ends with 2.
- **Every change prints its undo**, as a command that can be pasted. \`--plan\` only says what would be done.
- **Exit codes:** 0 done · 1 error · 2 wrong usage or cancelled · 3 not valid · 4 not signed in · 5 not found · 6 conflict · 7 too many requests.
- A journey is named by its id (\`jrn_…\`), its key or its number.
- An edit to an active journey is published at once as a new version, and the people inside stay on theirs; one that could not run is
  refused and nothing is stored. While a journey is paused, edits stay in its draft until it is activated.
`;

/** The reference of all commands, for the documents. */
export async function cliReference(): Promise<string> {
  const program = await createProgram(() => async () => {}, {}, null);
  const blocks = leavesOf(program).map((command) => {
    const lines = [
      `## ${command.path}`,
      "",
      `${command.own.description()}.`,
      "",
      "```sh",
      `${command.path} ${command.own.usage()}`.trim(),
      "```",
    ];
    const rows = [
      ...command.own.registeredArguments.map((one) => `| \`<${one.name()}>\` | ${cell(one.description)} |`),
      ...command.own.options.map((one) => `| \`${one.flags}\` | ${cell(one.description)}${preset(one.defaultValue)} |`),
    ];
    return [...lines, ...(rows.length === 0 ? [] : ["", "| | |", "| --- | --- |", ...rows]), ""].join("\n");
  });
  const flags = program.options.map((one) => `| \`${one.flags}\` | ${cell(one.description)} |`);
  const everywhere = ["## Flags of every command", "", "| | |", "| --- | --- |", ...flags, ""].join("\n");
  return [HEAD, everywhere, ...blocks].join("\n");
}

type Leaf = { readonly path: string; readonly own: Command };

/** Commands that do something, with the groups that they are in. */
function leavesOf(command: Command, above = ""): Leaf[] {
  const path = `${above} ${command.name()}`.trim();
  if (command.commands.length === 0) return [{ path, own: command }];
  return command.commands.flatMap((one) => leavesOf(one, path));
}

const cell = (text: string): string => text.replaceAll("|", "\\|");

const preset = (value: unknown): string =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? "" : ` (\`${String(value)}\` by default)`;
