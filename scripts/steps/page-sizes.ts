import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import * as z from "zod";

const KB = 1024;
/** What the first visit of a page may load as script, packed (decision 0125). The longest matching start counts. */
const BUDGETS: readonly (readonly [start: string, most: number])[] = [
  ["/", 260 * KB],
  ["/sign-in", 140 * KB],
  ["/welcome", 145 * KB],
  ["/verify-sender", 145 * KB],
  ["/overview", 300 * KB],
  ["/people/[personId]", 300 * KB],
  ["/journeys/[journeyId]", 410 * KB],
  ["/content/[contentId]", 390 * KB],
  ["/settings", 370 * KB],
];

export type PageSize = { readonly route: string; readonly bytes: number; readonly most: number };

const Files = z.array(z.string());
const Manifest = z.record(z.string(), z.object({ entryJSFiles: z.record(z.string(), Files) }));

/** The script that the document of every page asks for, in bytes after gzip, from the manifests of the last build. */
export function pageSizes(build = ".next"): PageSize[] {
  const packed = new Map<string, number>();
  const sizeOf = (file: string) => {
    const known = packed.get(file) ?? gzipSync(readFileSync(join(build, file))).length;
    packed.set(file, known);
    return known;
  };
  const app = join(build, "server", "app");
  const pages = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(MANIFEST));
  return pages
    .map((file) => {
      const route = routeOf(file);
      const bytes = [...scriptsOf(app, file)].reduce((sum, script) => sum + sizeOf(script), 0);
      return { route, bytes, most: budgetOf(route) };
    })
    .sort((one, other) => one.route.localeCompare(other.route));
}

const MANIFEST = "page_client-reference-manifest.js";

/** `(studio)/people/page_…` is `/people`. */
function routeOf(file: string): string {
  const parts = file.split(/[\\/]/).slice(0, -1);
  return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
}

function budgetOf(route: string): number {
  const fitting = BUDGETS.filter(([start]) => route === start || route.startsWith(start === "/" ? "/" : `${start}/`));
  return fitting.reduce((best, one) => (one[0].length >= best[0].length ? one : best), BUDGETS[0] ?? ["/", 0])[1];
}

/** Next writes the manifest as a script; it runs in a context of its own. */
function scriptsOf(app: string, file: string): ReadonlySet<string> {
  const context: { globalThis: Record<string, unknown> } = { globalThis: {} };
  runInContext(readFileSync(join(app, file), "utf8"), createContext(context));
  const entries = Object.values(Manifest.parse(context.globalThis.__RSC_MANIFEST)).flatMap((page) =>
    Object.values(page.entryJSFiles).flat(),
  );
  const root = JSON.parse(
    readFileSync(join(app, file.replace("_client-reference-manifest.js", ""), "build-manifest.json"), "utf8"),
  );
  return new Set([...Files.parse(root.rootMainFiles), ...entries]);
}
