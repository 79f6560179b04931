import { readFileSync } from "node:fs";

/** A package of the lockfile, at its place in `node_modules`. */
export type Locked = {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly integrity: string | null;
  readonly resolved: string | null;
  readonly licence: string | null;
  readonly hasInstallScript: boolean;
  /** Used to build and test only. */
  readonly isDev: boolean;
  readonly dependencies: readonly string[];
};

type Entry = {
  readonly name?: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export type Lockfile = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly lockfileVersion: number;
  readonly dependencies: readonly string[];
  readonly packages: readonly Locked[];
};

/** The lockfile's packages, in the order of their places. */
export function readLockfile(file = "package-lock.json"): Lockfile {
  const { name, version, lockfileVersion, packages } = JSON.parse(readFileSync(file, "utf8")) as {
    name: string;
    version: string;
    lockfileVersion: number;
    packages: Record<string, Entry>;
  };
  const root = packages[""];
  return {
    name,
    version,
    licence: root?.license ?? "",
    lockfileVersion,
    dependencies: namesIn(root),
    packages: Object.entries(packages)
      .filter(([path]) => path !== "")
      .map(([path, entry]) => ({
        path,
        name: entry.name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
        version: entry.version ?? "",
        integrity: entry.integrity ?? null,
        resolved: entry.resolved ?? null,
        licence: entry.license ?? null,
        hasInstallScript: entry.hasInstallScript ?? false,
        isDev: (entry.dev ?? false) || (entry.devOptional ?? false),
        dependencies: namesIn(entry),
      })),
  };
}

const namesIn = (entry: Entry | undefined): string[] =>
  [...new Set([...Object.keys(entry?.dependencies ?? {}), ...Object.keys(entry?.optionalDependencies ?? {})])].sort();
