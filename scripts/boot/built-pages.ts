import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { scriptHashes } from "#security-headers";

const FOLDER = join(".next", "server", "app");
/** What Next answers where there is no page, and where one fails; both may come at any address. */
const ANYWHERE = ["_not-found", "_global-error"];

/** The page at a path: `isBuilt` if it was made at build time, and the sources that allow the inline scripts it may have. */
export type PageScripts = { readonly isBuilt: boolean; readonly hashes: readonly string[] };
export type BuiltPages = (path: string) => PageScripts;

/**
 * Pages that Next made at build time have no nonce, because their bytes are the same for everybody. Their scripts are
 * known instead: each path gets the hashes of its own page.
 */
export async function readBuiltPages(folder = FOLDER): Promise<BuiltPages> {
  const files = await readdir(folder, { recursive: true });
  const pages = await Promise.all(
    files
      .filter((file) => file.endsWith(".html"))
      .map(async (file) => [nameOf(file), scriptHashes(await readFile(join(folder, file), "utf8"))] as const),
  );
  const known = new Map(pages);
  const anywhere = [...new Set(ANYWHERE.flatMap((name) => known.get(name) ?? []))];
  return (path) => {
    const hashes = known.get(path.replace(/^\/+|\/+$/g, "") || "index");
    return { isBuilt: hashes !== undefined, hashes: hashes ?? anywhere };
  };
}

const nameOf = (file: string): string => relative("", file).split(sep).join("/").slice(0, -".html".length);
