import { readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { listSources } from "./list-sources.ts";

const IMPORT = /\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

/** The problems of all sources. */
export function findAreaProblems(): string[] {
  const files = listSources(["lib", "components", "app", "cli", "sdk"]);
  return files.flatMap((file) => areaProblems(file, readFileSync(file, "utf8")));
}

/**
 * Relative imports that leave their area (other areas have doors, `#name`), chance in the parts that must be pure, and
 * tables and statements where they do not belong: both stand in the store.
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

/** Asking whether the database answers is no statement on a table. */
const STATEMENT = /\b(?:sql|tx)(?:<[^`;]*>)?\s*`(?!select 1`)/;
const DRIZZLE = /from "drizzle-orm/;

function tablesElsewhere(file: string, text: string): string[] {
  const area = areaOf(file);
  if (area === "lib/store") return [];
  if (text.includes('"drizzle-orm/pg-core"')) return [`${file}: defines a table; tables are defined in lib/store`];
  if (/\.(test|cases)\.tsx?$|\/testing(\/|\.ts$)/.test(file)) return [];
  if (area !== "lib/db" && DRIZZLE.test(text)) return [`${file}: imports drizzle; statements are in lib/store`];
  return /^lib\/(runtime|services)$/.test(area) && STATEMENT.test(text)
    ? [`${file}: has a statement; statements are in lib/store`]
    : [];
}

/** `lib/engine/x.ts` belongs to `lib/engine`, `app/x/page.tsx` to `app`, and all clients to `sdk`; tests of the CLI and the SDKs start the API. */
function areaOf(file: string): string {
  const [top = "", area = ""] = file.split("/");
  return top === "lib" || top === "components" ? `${top}/${area}` : top;
}
