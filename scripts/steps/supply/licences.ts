import type { Locked } from "./lockfile.ts";

/** Licences that ask for no more than their own text. */
const ALLOWED = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Unlicense",
  "Python-2.0",
  "OFL-1.1",
  // Of data that is not changed here.
  "CC-BY-4.0",
]);

/** Copyleft by file or by library: allowed as long as the package is used as it is. */
const UNCHANGED = new Set(["MPL-2.0", "LGPL-3.0-or-later", "EPL-2.0"]);

/** What packages write that name no licence of the list, each looked up in its own text. */
const READ: Readonly<Record<string, string>> = {
  "SIL OPEN FONT LICENSE": "OFL-1.1",
  "MIT (http://mootools.net/license.txt)": "MIT",
};

/** Packages that name no licence in their record; their LICENSE file was read. */
const READ_IN: Readonly<Record<string, string>> = {
  "@customerio/cdp-analytics-node": "MIT",
  "@segment/facade": "MIT",
  "@segment/isodate": "MIT",
  "@segment/isodate-traverse": "MIT",
  "customerio-gist-web": "MIT",
  "new-date": "MIT",
};

/** The licence of a package as an SPDX expression; null: it names none. */
export function licenceOf({ name, licence }: Pick<Locked, "name" | "licence">): string | null {
  const written = READ_IN[name] ?? licence;
  return written === null ? null : (READ[written] ?? written);
}

/** Of `A OR B` one has to be allowed, of `A AND B` all. */
export function isAllowed(expression: string): boolean {
  const bare = expression.replaceAll(/^\(|\)$/g, "");
  if (bare.includes(" OR ")) return bare.split(" OR ").some(isAllowed);
  if (bare.includes(" AND ")) return bare.split(" AND ").every(isAllowed);
  return ALLOWED.has(bare) || UNCHANGED.has(bare);
}

export function licenceProblems(packages: readonly Locked[]): string[] {
  return packages.flatMap((one) => {
    const licence = licenceOf(one);
    if (licence === null) return [`${one.path}: names no licence; read its text and list it in supply/licences.ts`];
    return isAllowed(licence) ? [] : [`${one.path}: has the licence ${licence}, which is not allowed`];
  });
}

/** How many packages have each licence, the most frequent first. */
export function countLicences(packages: readonly Locked[]): [licence: string, packages: number][] {
  const counts = new Map<string, number>();
  for (const one of packages) {
    const licence = licenceOf(one) ?? "none";
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left);
}
