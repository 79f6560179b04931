import { existsSync, readFileSync } from "node:fs";
import { listSources } from "./list-sources.ts";

const PAGE = "docs/reported-faults.md";
const FOLDERS = ["lib", "app", "components", "scripts", "e2e", "bench"];
const TEST = /\.(test|spec|cases)\.tsx?$/;
/** The numbers with which the name of a test begins; rules of the engine may stand among them. */
const NAMED = /["'`]((?:[RSTLF]\d{1,2}[:,]? )+)/g;
const IN_COMMENT = /\(([STLF]\d{1,2})\)/g;
const NUMBER = /\b[STLF]\d{1,2}\b/g;
const ROW = /^\| ([STLF]\d{1,2}) \|(.*)\|$/gm;
const QUOTED = /`([^`]+\.tsx?)`/g;

type Source = { readonly file: string; readonly text: string };

/** Numbers of reported faults that no row of the page defines, and rows whose tests do not name them. */
export function findFaultProblems(): string[] {
  const sources = listSources(FOLDERS)
    .filter((file) => !file.includes("node_modules") && !file.endsWith("check-faults.test.ts"))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
  return findUndefinedFaults(existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "", sources);
}

/** A fault is defined by a row of a table of the page that begins with its number, once, and ends with its tests. */
export function findUndefinedFaults(page: string, sources: readonly Source[]): string[] {
  const rows = [...page.matchAll(ROW)].map(([, number = "", rest = ""]) => ({
    number,
    tests: [...rest.matchAll(QUOTED)].map(([, file = ""]) => file).filter((file) => TEST.test(file)),
  }));
  const cited = new Map(sources.map(({ file, text }) => [file, numbersIn(file, text)]));
  const defined = rows.map(({ number }) => number);
  const twice = defined.filter((number, index) => defined.indexOf(number) !== index);
  const unknown = [...cited].flatMap(([file, numbers]) =>
    [...numbers]
      .filter((number) => !defined.includes(number))
      .map((number) => `${file}: names ${number}, which ${PAGE} does not define`),
  );
  const untested = rows.flatMap(({ number, tests }) =>
    tests.length > 0 && tests.every((file) => cited.get(file)?.has(number))
      ? []
      : [`${PAGE}: ${number} has no test in ${tests.join(", ") || "any file"} that is named by it`],
  );
  return [...twice.map((number) => `${PAGE}: defines ${number} twice`), ...unknown, ...untested];
}

function numbersIn(file: string, text: string): Set<string> {
  const found = TEST.test(file) ? [...text.matchAll(NAMED)].flatMap(([, start = ""]) => start.match(NUMBER) ?? []) : [];
  return new Set([...found, ...[...text.matchAll(IN_COMMENT)].map(([, number = ""]) => number)]);
}
