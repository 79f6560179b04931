import { readFileSync } from "node:fs";
import { listSources } from "./list-sources.ts";
import { REFUSED_ON_CLUSTER } from "./refused-on-cluster.ts";

const FOLDER = "lib/store";
/** Names the shard, or the set of shards, of a statement. */
const NAMES_SHARD = /shard = (any\()?\$\{|ofOneShard\(/;
const CHANGES = /^\s*(with\b[\s\S]*?\b)?(update\s+\w+(\s+\w+)?\s+set\b|delete\s+from\b)/;
const LISTS_ALL = /unnest\(\$\{(plain\(|\[\.\.\.)?ALL_SHARDS/;
const LATERAL = /\blateral\b/;
/** Functions whose answer differs between nodes, or with their settings, and casts that do. */
const UNSTABLE = /\b(clock_timestamp|make_interval|gen_random_uuid|random)\(|\b[a-z_]+\.[a-z_]+::(timestamptz|date)\b/;

/** Statements on sharded tables whose form a cluster refuses. */
export function findStatementProblems(): string[] {
  const problems = listSources([FOLDER])
    .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|\/(testing|audit|cluster)\/|\/table\.ts$/.test(file))
    .map((file) => ({ file, found: findRefusedForms(readFileSync(file, "utf8"), isSharded) }));
  const known = new Set(problems.filter(({ found }) => found.length > 0).map(({ file }) => file));
  return [
    ...problems
      .filter(({ file }) => !REFUSED_ON_CLUSTER.has(file))
      .flatMap(({ file, found }) => found.map((one) => `${file}: ${one}`)),
    ...[...REFUSED_ON_CLUSTER]
      .filter((file) => !known.has(file))
      .map((file) => `${file}: is listed as refused, and is not`),
  ];
}

/** What is wrong with the statements of a file; empty: nothing. */
export function findRefusedForms(source: string, isShardedTable: (name: string) => boolean): string[] {
  return statementsIn(source).flatMap((statement) => {
    const problems: string[] = [];
    const line = statement.trim().split("\n", 1)[0] ?? "";
    if (LISTS_ALL.test(statement)) problems.push(`lists all shards; begin with the table \`shards\` (${line})`);
    const changed = CHANGES.exec(statement);
    if (!changed || !isShardedTable(tableOf(changed[2] ?? "", statement))) return problems;
    if (!NAMES_SHARD.test(statement)) problems.push(`changes rows without naming their shard (${line})`);
    if (LATERAL.test(statement)) problems.push(`changes rows that a lateral read finds (${line})`);
    if (UNSTABLE.test(statement)) problems.push(`changes rows by what may differ between nodes (${line})`);
    return problems;
  });
}

function tableOf(change: string, statement: string): string {
  if (change.startsWith("update")) return change.split(/\s+/)[1] ?? "";
  return /delete\s+from\s+(\w+)/.exec(statement)?.[1] ?? "";
}

let sharded: ReadonlySet<string> | null = null;

/** Read from the register's text, because a check loads nothing of the product. */
function isSharded(name: string): boolean {
  sharded ??= new Set(
    [...readFileSync("lib/store/tables.ts", "utf8").matchAll(/^ {2}(\w+): (?:\{ \.\.\.)?sharded\(/gm)].map(
      ([, table = ""]) => table,
    ),
  );
  return sharded.has(name);
}

/** Texts of the templates tagged `sql`, without those inside of them. */
function statementsIn(source: string): string[] {
  const statements: string[] = [];
  for (const { index } of source.matchAll(/\b(?:sql|tx)(?:<[^`]*?>)?`/g)) {
    const from = source.indexOf("`", index) + 1;
    const end = endOfTemplate(source, from);
    if (statements.at(-1)?.includes(source.slice(from, end)) !== true) statements.push(source.slice(from, end));
  }
  return statements;
}

function endOfTemplate(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const sign = source[at];
    if (sign === "\\") at++;
    else if (depth === 0 && sign === "`") return at;
    else if (sign === "`") at = endOfTemplate(source, at + 1);
    else if (sign === "$" && source[at + 1] === "{") {
      depth++;
      at++;
    } else if (depth > 0 && sign === "{") depth++;
    else if (depth > 0 && sign === "}") depth--;
  }
  return source.length;
}
