import { readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { listSources } from "./list-sources.ts";

const IMPORT = /\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

/**
 * Relative imports that leave their area (other areas have doors, `#name`), and random numbers in the parts that must
 * be pure.
 */
export function findAreaProblems(): string[] {
  return listSources(["lib", "components", "app", "cli", "sdk"]).flatMap((file) =>
    areaProblems(file, readFileSync(file, "utf8")),
  );
}

/**
 * Relative imports that leave their area (other areas have doors, `#name`), chance in the parts that must be pure, and
 * tables and statements where they do not belong: tables are defined in the store, and the driver has no SQL of its own.
 */
export function areaProblems(file: string, text: string): string[] {
  return [...leavings(file, text), ...impurities(file, text), ...tablesElsewhere(file, text)];
}

function leavings(file: string, text: string): string[] {
  return [...text.matchAll(IMPORT)]
    .map(([, path = ""]) => normalize(join(file, "..", path)))
    .filter((target) => areaOf(target) !== areaOf(file) && !/^(?:\.next|package\.json$)/.test(target))
    .map((target) => `${file}: imports ${target}, which is another area; use its door`);
}

function impurities(file: string, text: string): string[] {
  const pure = /^lib\/(journey|engine)\//.test(file) && !/\.(test|cases)\.ts$|\/testing(\/|\.ts$)/.test(file);
  return pure && text.includes("Math.random")
    ? [`${file}: uses Math.random; chance is a hash of the person and the node`]
    : [];
}

const STATEMENT = /\b(?:sql|tx)(?:<[^`;]*>)?\s*`/;

function tablesElsewhere(file: string, text: string): string[] {
  const area = areaOf(file);
  const isTest = /\.(test|cases)\.ts$|\/testing(\/|\.ts$)/.test(file);
  if (area !== "lib/store" && text.includes('"drizzle-orm/pg-core"'))
    return [`${file}: defines a table; tables are defined in lib/store`];
  return area === "lib/runtime" && !isTest && STATEMENT.test(text)
    ? [`${file}: has a statement; the driver's statements are in lib/store`]
    : [];
}

/** `lib/engine/x.ts` belongs to `lib/engine`, `app/x/page.tsx` to `app`, and all clients to `sdk`; tests of the CLI and the SDKs start the API. */
function areaOf(file: string): string {
  const [top = "", area = ""] = file.split("/");
  return top === "lib" || top === "components" ? `${top}/${area}` : top;
}
