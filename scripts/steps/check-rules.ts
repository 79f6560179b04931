import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = "docs/engine-rules.md";
const FOLDERS = ["lib", "app", "components", "scripts", "e2e", "bench", "docs", "drizzle"];
const CITED = /(?<![\w#])R\d+[a-z]?\b/g;
const DEFINED = /^- \*\*(R\d+[a-z]?) /gm;

type Source = { readonly file: string; readonly text: string };

/** Numbers of engine rules that code, tests or documents cite and that the page of rules does not define. */
export function findRuleProblems(): string[] {
  return findUndefinedRules(existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "", sources());
}

/** A rule is defined by a list item of the page that begins with its number in bold, once. */
export function findUndefinedRules(page: string, cited: readonly Source[]): string[] {
  const defined = [...page.matchAll(DEFINED)].map(([, rule = ""]) => rule);
  const known = new Set(defined);
  const twice = defined.filter((rule, index) => defined.indexOf(rule) !== index);
  const unknown = cited.flatMap(({ file, text }) =>
    [...new Set([...text.matchAll(CITED)].map(([rule]) => rule))]
      .filter((rule) => !known.has(rule))
      .map((rule) => `${file}: cites ${rule}, which ${PAGE} does not define`),
  );
  return [...twice.map((rule) => `${PAGE}: defines ${rule} twice`), ...unknown];
}

function sources(): Source[] {
  const inFolders = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))),
  );
  const files = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "server.ts", "worker.ts", ...inFolders];
  return files
    .filter((file) => /\.(ts|tsx|mjs|md|sql)$/.test(file) && !file.includes("node_modules") && existsSync(file))
    .filter((file) => !file.endsWith("check-rules.test.ts"))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }));
}
