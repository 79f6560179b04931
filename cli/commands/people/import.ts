import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { answerOf, type ColumnTarget, type PeopleImport, type RefusedRow } from "#sdk/node";
import type { Cli } from "../../cli.ts";
import { CliError, EXIT, Verdict } from "../../exit-codes.ts";
import { readColumn } from "../../people/read-column.ts";
import type { Register } from "../../register.ts";

type Flags = { readonly column: readonly string[] };
type List = { readonly name: string; readonly csv: string; readonly columns: Record<string, ColumnTarget> };

const PAUSE_MS = 500;
const ROWS_A_PAGE = 10_000;

export const importPeople: Register = (command, bind) => {
  command
    .argument("<file>", "CSV with a first line of names, in UTF-8; - is stdin")
    .option(
      "--column <name=target>",
      "What happens to a column: userId, anonymousId, tags, stage, subscribed, unsubscribed, skip, or trait:name:form; may be repeated",
      (one: string, before: readonly string[]) => [...before, one],
      [],
    )
    .action(bind(run));
};

async function run(cli: Cli, file: string, flags: Flags): Promise<void> {
  const columns = Object.fromEntries(flags.column.map(readColumn));
  const list = { name: file === "-" ? "stdin" : basename(file), csv: await readText(cli, file), columns };
  if (cli.isPlan) return preview(cli, list);
  const started = answerOf(await cli.server.api.POST("/api/people-imports", { body: list })).data;
  const ended = await untilEnded(cli, started);
  const refused = await refusedRows(cli, ended.id);
  show(cli, { ...ended, refusedRows: refused }, refused);
  const { operation, created, updated } = ended;
  cli.output.say(
    `${ended.rows} rows: ${created} people created, ${updated} rows changed somebody who was there, ${ended.refused} refused.`,
  );
  if (operation.status !== "done")
    throw new CliError(EXIT.error, `The import is ${operation.status}. ${operation.error ?? ""}`.trim());
  if (ended.refused > 0) throw new Verdict(EXIT.validation, "Some rows were refused.");
}

async function preview(cli: Cli, list: List): Promise<void> {
  const found = answerOf(await cli.server.api.POST("/api/people-imports/preview", { body: list })).data;
  show(cli, { plan: "people import", ...found }, found.refusedRows);
  for (const { name, to, trait } of found.columns)
    cli.output.say(`${name || "(no name)"} → ${to}${trait === undefined ? "" : ` ${trait}`}`);
  cli.output.say(`Would import ${found.rows - found.refused} of ${found.rows} rows.`);
}

const show = (cli: Cli, value: unknown, refused: readonly RefusedRow[]): void =>
  cli.output.table(value, {
    heading: ["LINE", "COLUMN", "REFUSED, BECAUSE"],
    rows: refused.map(({ line, column, message }) => [String(line), column ?? "", message]),
  });

/** Follows the import. It goes on when the command is ended. */
async function untilEnded(cli: Cli, started: PeopleImport): Promise<PeopleImport> {
  const params = { path: { id: started.id } };
  let list = started;
  while (list.operation.finishedAt === null) {
    cli.output.say(`${list.operation.done} of ${list.rows} rows …`);
    await sleep(PAUSE_MS, undefined, { signal: cli.terminal.signal });
    list = answerOf(await cli.server.api.GET("/api/people-imports/{id}", { params })).data;
  }
  return list;
}

async function refusedRows(cli: Cli, id: string): Promise<RefusedRow[]> {
  const rows: RefusedRow[] = [];
  for (let page = 1; ; page += 1) {
    const query = { page, limit: ROWS_A_PAGE };
    const params = { path: { id }, query };
    const { data, meta } = answerOf(await cli.server.api.GET("/api/people-imports/{id}/refused", { params }));
    rows.push(...data);
    if (page >= meta.totalPages) return rows;
  }
}

async function readText(cli: Cli, file: string): Promise<string> {
  if (file === "-") return await cli.terminal.readStdin();
  const bytes = await readFile(resolve(cli.terminal.cwd, file)).catch((error: NodeJS.ErrnoException) => {
    throw new CliError(EXIT.notFound, `${file} cannot be read: ${error.message}`);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CliError(EXIT.validation, `${file} is not in UTF-8.`);
  }
}
