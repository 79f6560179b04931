import { readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { listSources } from "./list-sources.ts";

const IMPORT = /\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

/** Relative imports that leave their area (other areas have doors, `#name`), chance in the parts that must be pure, and tables outside the store. */
export function findAreaProblems(): string[] {
  return listSources(["lib", "components", "app"]).flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return [...leavings(file, text), ...impurities(file, text), ...tablesElsewhere(file, text)];
  });
}

function leavings(file: string, text: string): string[] {
  return [...text.matchAll(IMPORT)]
    .map(([, path = ""]) => normalize(join(file, "..", path)))
    .filter((target) => areaOf(target) !== areaOf(file) && !target.startsWith(".next"))
    .map((target) => `${file}: imports ${target}, which is another area; use its door`);
}

function impurities(file: string, text: string): string[] {
  const pure = /^lib\/(journey|engine)\//.test(file) && !/\.(test|cases)\.ts$|\/testing(\/|\.ts$)/.test(file);
  return pure && text.includes("Math.random")
    ? [`${file}: uses Math.random; chance is a hash of the person and the node`]
    : [];
}

function tablesElsewhere(file: string, text: string): string[] {
  return areaOf(file) !== "lib/store" && text.includes('"drizzle-orm/pg-core"')
    ? [`${file}: defines a table; tables are defined in lib/store`]
    : [];
}

/** `lib/engine/x.ts` belongs to `lib/engine`, `app/x/page.tsx` to `app`. */
function areaOf(file: string): string {
  const [top = "", area = ""] = file.split("/");
  return top === "lib" || top === "components" ? `${top}/${area}` : top;
}
