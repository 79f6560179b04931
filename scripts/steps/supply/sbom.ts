import { licenceOf } from "./licences.ts";
import { type Locked, type Lockfile, readLockfile } from "./lockfile.ts";

/**
 * The bill of materials as CycloneDX 1.6 in JSON, from the lockfile. It holds no time and no chance: one lockfile has one
 * bill. What is used to build and test only has the scope `excluded`.
 */
export function billOf(lockfile: Lockfile): object {
  const { name, version, licence, dependencies, packages } = lockfile;
  const at = new Map(packages.map((one) => [one.path, one]));
  const unique = new Map(packages.map((one) => [purlOf(one), one]));
  const root = `pkg:npm/${name}@${version}`;
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": root,
        name,
        version,
        purl: root,
        licenses: [{ license: { id: licence } }],
      },
    },
    components: [...unique].map(([purl, one]) => component(purl, one)),
    dependencies: [
      { ref: root, dependsOn: refsOf(at, "", dependencies) },
      ...[...unique].map(([ref, one]) => ({ ref, dependsOn: refsOf(at, one.path, one.dependencies) })),
    ],
  };
}

function component(purl: string, one: Locked) {
  const [group, name] = one.name.startsWith("@") ? one.name.split("/") : [undefined, one.name];
  const licence = licenceOf(one);
  return {
    type: "library",
    "bom-ref": purl,
    ...(group === undefined ? {} : { group }),
    name,
    version: one.version,
    purl,
    scope: one.isDev ? "excluded" : "required",
    ...(licence === null ? {} : { licenses: [{ expression: licence }] }),
    ...(one.integrity === null ? {} : { hashes: [hashOf(one.integrity)] }),
  };
}

const purlOf = ({ name, version }: Pick<Locked, "name" | "version">): string =>
  `pkg:npm/${name.replace("@", "%40")}@${version}`;

/** npm writes hashes in base64, CycloneDX in hexadecimal. */
function hashOf(integrity: string) {
  const [, content = ""] = integrity.split("-", 2);
  return { alg: "SHA-512", content: Buffer.from(content, "base64").toString("hex") };
}

/** Where Node finds the dependencies of a package: beside it, or at a place above. Optional ones may be nowhere. */
function refsOf(at: ReadonlyMap<string, Locked>, from: string, names: readonly string[]): string[] {
  const found = names.flatMap((name) => {
    for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf("node_modules/") - 1))) {
      const one = at.get(`${place === "" ? "" : `${place}/`}node_modules/${name}`);
      if (one) return [purlOf(one)];
      if (place === "") return [];
    }
  });
  return [...new Set(found)].sort();
}

export const billText = (): string => `${JSON.stringify(billOf(readLockfile()), null, 2)}\n`;
