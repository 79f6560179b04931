import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "docs/decisions";
const NAME = /^(\d{4})-[a-z0-9-]+\.md$/;
const HEAD = /^# (\d+)\. (.+)\n\n\*(\d{4}-\d{2}-\d{2}) · (.+)\*\n/;

type Decision = { readonly file: string; readonly text: string };

/** Decisions that are not headed as they should be, or that the index does not list as they are headed. */
export function findDecisionProblems(): string[] {
  const index = join(FOLDER, "README.md");
  const files = readdirSync(FOLDER).filter((file) => file !== "README.md");
  const decisions = files.sort().map((file) => ({ file, text: readFileSync(join(FOLDER, file), "utf8") }));
  return findUnlistedDecisions(existsSync(index) ? readFileSync(index, "utf8") : "", decisions);
}

export function findUnlistedDecisions(index: string, decisions: readonly Decision[]): string[] {
  const lines = new Set(index.split("\n"));
  const numbers = new Set<string>();
  return decisions.flatMap(({ file, text }) => {
    const number = NAME.exec(file)?.[1];
    const head = HEAD.exec(text);
    if (!number || !head || Number(head[1]) !== Number(number))
      return [`${FOLDER}/${file}: must be called NNNN-title.md and begin with “# N. Title” and “*date · status*”`];
    if (numbers.has(number)) return [`${FOLDER}/${file}: another decision has the number ${number}`];
    numbers.add(number);
    const row = `| [${number}](${file}) | ${head[2]} | ${head[3]} | ${head[4]} |`;
    return lines.has(row) ? [] : [`${FOLDER}/README.md: must list ${row}`];
  });
}
