import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { ConfigError, parseConfig } from "#config";
import { metricsText } from "#metrics";

const read = (path: string) => readFileSync(path, "utf8");
const CHART = "deploy/helm/sojourn";
const templates = readdirSync(join(CHART, "templates")).map((name) => read(join(CHART, "templates", name)));
const everything = [
  ...["Dockerfile", "compose.yaml", "deploy/sojourn.service", "deploy/alert-rules.yml", "deploy/dashboard.json"].map(
    read,
  ),
  ...templates,
  read(join(CHART, "values.yaml")),
].join("\n");

function isKnown(name: string): boolean {
  try {
    parseConfig({ [name]: "" });
    return true;
  } catch (error) {
    return !(error instanceof ConfigError && error.message.includes("no such setting"));
  }
}

test("the files of a deployment name only settings that there are", () => {
  const named = [...new Set(everything.match(/\bSOJOURN_[A-Z0-9_]+/g))].filter((name) => !name.endsWith("_"));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !isKnown(name))).toEqual([]);
});

test("alert rules and dashboard name only metrics that there are, and rules lead to a section of the runbook", async () => {
  const metrics = await metricsText(null);
  const named = [...new Set(everything.match(/\b(?:sojourn|process|nodejs)_[a-z0-9_]+/g))];
  const unknown = named.filter(
    (name) => !metrics.includes(`# TYPE ${name.replace(/_(bucket|count|sum|total)$/, "")} `),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(unknown).toEqual([]);
  const rules = parse(read("deploy/alert-rules.yml")).groups.flatMap((group: { rules: unknown[] }) => group.rules);
  const headings = [...read("docs/operations.md").matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, "")
      .replaceAll(" ", "-"),
  );
  for (const { alert, annotations } of rules)
    expect(headings, alert).toContain(annotations.runbook.replace("docs/operations.md#", ""));
});

test("the image starts scripts that are there, as a user who may run PostgreSQL, and copies what exists", () => {
  const image = read("Dockerfile");
  expect(image).toMatch(/^USER node$/m);
  const copied = [...image.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, paths = ""]) => paths.split(" "));
  expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  const started = [...everything.matchAll(/scripts\/[\w-]+\.mjs/g)].map(([path]) => path);
  expect(started.length).toBeGreaterThan(3);
  expect(started.filter((path) => !existsSync(path))).toEqual([]);
  // What is left out of the image must not be needed to build it.
  const left = read(".dockerignore").trim().split("\n");
  for (const needed of ["app", "lib", "scripts", "drizzle", "sdk", "package-lock.json"])
    expect(left).not.toContain(needed);
});

test("every deployment lets a process end by itself, which may take 40 s", () => {
  const services = parse(read("compose.yaml"), { merge: true }).services;
  expect(services.sojourn.stop_grace_period).toBe("45s");
  expect(services.worker.stop_grace_period).toBe("45s");
  expect(read("deploy/sojourn.service")).toMatch(/^TimeoutStopSec=50$/m);
  const graces = templates.flatMap((text) => text.match(/terminationGracePeriodSeconds: \d+/g) ?? []);
  expect(graces).toEqual(["terminationGracePeriodSeconds: 50", "terminationGracePeriodSeconds: 50"]);
});

test("the chart uses only values that it has, and the version of the product", () => {
  const values = parse(read(join(CHART, "values.yaml")));
  const used = [...templates.join("\n").matchAll(/\.Values\.([\w.]+)/g)].map(([, path = ""]) => path);
  const missing = used.filter(
    (path) =>
      path.split(".").reduce((value: unknown, key) => (value as Record<string, unknown> | undefined)?.[key], values) ===
      undefined,
  );
  expect(used.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
  expect(parse(read(join(CHART, "Chart.yaml"))).appVersion).toBe(JSON.parse(read("package.json")).version);
});
