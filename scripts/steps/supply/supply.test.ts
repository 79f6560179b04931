import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { ageFindings, readAges } from "./ages.ts";
import { findSupplyProblems, lockfileProblems } from "./check-supply.ts";
import { isAllowed, licenceProblems } from "./licences.ts";
import { type Locked, readLockfile } from "./lockfile.ts";
import { billOf } from "./sbom.ts";

const one = (more: Partial<Locked>): Locked => ({
  ...{ path: "node_modules/x", name: "x", version: "1.0.0", integrity: "sha512-AAAA", resolved: null, licence: "MIT" },
  ...{ hasInstallScript: false, isDev: false, dependencies: [] },
  ...more,
});

test("what is installed has an allowed licence, an integrity and no address, and runs no script", () => {
  expect(findSupplyProblems()).toEqual([]);
});

test("a licence that is unknown, missing or not allowed is a finding; of several one or all count", () => {
  expect(
    licenceProblems([one({ licence: "GPL-3.0-only" }), one({ licence: null }), one({ licence: "Own" })]),
  ).toHaveLength(3);
  expect(["EPL-2.0 OR GPL-3.0-or-later", "MIT AND ISC", "(MIT OR X)"].map(isAllowed)).toEqual([true, true, true]);
  expect(["MIT AND GPL-3.0-only", "GPL-2.0 OR AGPL-3.0"].map(isAllowed)).toEqual([false, false]);
});

test("a lockfile without integrity, with addresses or with a new script is a finding", () => {
  const packages = [
    one({ integrity: null }),
    one({ integrity: "sha1-AAAA" }),
    one({ resolved: "git+ssh://somewhere/x.git" }),
    one({ hasInstallScript: true }),
  ];
  expect(lockfileProblems({ lockfileVersion: 3, packages })).toHaveLength(4);
  expect(lockfileProblems({ lockfileVersion: 2, packages: [] })).toHaveLength(1);
});

type Bill = {
  components: { "bom-ref": string; hashes: { content: string }[]; licenses: unknown[]; scope: string }[];
  dependencies: { ref: string; dependsOn: string[] }[];
};

test("the bill has every package once, and says what needs what by places that Node would find", () => {
  const lockfile = readLockfile();
  const bill = billOf(lockfile) as Bill;
  const refs = bill.components.map((part) => part["bom-ref"]);
  expect(new Set(refs).size).toBe(refs.length);
  expect(refs).toContain("pkg:npm/%40better-auth/core@1.7.5");
  expect(
    bill.components.every(({ hashes, licenses }) => hashes[0]?.content.length === 128 && licenses.length === 1),
  ).toBe(true);
  const known = new Set([...refs, `pkg:npm/${lockfile.name}@${lockfile.version}`]);
  expect(
    bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !known.has(ref)),
  ).toEqual([]);
  expect(bill.dependencies[0]?.dependsOn).toContain("pkg:npm/next@16.4.5");
  const nested = lockfile.packages.find(({ path }) => path === "node_modules/vite/node_modules/lightningcss");
  const vite = bill.dependencies.find(({ ref }) => ref.startsWith("pkg:npm/vite@"));
  expect(vite?.dependsOn).toContain(`pkg:npm/lightningcss@${nested?.version}`);
  expect(billOf(lockfile)).toEqual(bill);
});

test("ages are asked of the registry: what is far behind, gone, or old and still the newest is named", async () => {
  const records: Record<string, unknown> = {
    "/behind": { time: { "1.0.0": "2025-01-01", "2.0.0": "2026-01-01" }, "dist-tags": { latest: "2.0.0" } },
    "/%40own%2fnear": { time: { "1.0.0": "2026-01-01", "1.1.0": "2026-02-01" }, "dist-tags": { latest: "1.1.0" } },
    "/@own%2fnear": { time: { "1.0.0": "2026-01-01", "1.1.0": "2026-02-01" }, "dist-tags": { latest: "1.1.0" } },
    "/old": { time: { "1.0.0": "2020-01-01" }, "dist-tags": { latest: "1.0.0" } },
  };
  const server = createServer((request, response) => {
    const found = records[request.url ?? ""];
    response.writeHead(found ? 200 : 404).end(JSON.stringify(found ?? {}));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const names = ["behind", "@own/near", "old", "gone"].map((name) => ({ name, version: "1.0.0" }));
  const ages = await readAges(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, names);
  server.close();
  server.closeAllConnections();
  expect(ageFindings(ages, Date.parse("2026-06-01"), 180)).toEqual([
    "behind 1.0.0: 516 days old; 2.0.0 came 365 days later",
    "old 1.0.0: 2343 days old, and still the newest",
    "gone 1.0.0: the registry does not know this version",
  ]);
});
