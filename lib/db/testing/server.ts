import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "../client.ts";
import { startEmbedded } from "../embedded/index.ts";
import { migrate } from "../migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server with a migrated database called `template` on it. */
    testServer: { url: string; template: string; nodes: readonly string[] };
  }
}

/** Before the first suite: one server, with one migrated database that every suite copies. */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  const cluster = givenCluster();
  if (cluster) {
    project.provide("testServer", cluster);
    return async () => {};
  }
  const given = process.env.SOJOURN_TEST_DATABASE_URL;
  // Each project of tests has a template of its own, also on one given server.
  const template = `sojourn_template_${project.name}_${process.pid}`;
  const folder = await mkdtemp(join(tmpdir(), "sojourn-test-"));
  const server = given ? { url: given, stop: async () => {} } : await startEmbedded(folder, { fsync: "off" });
  const url = new URL(server.url);
  const admin = connect(server.url, { max: 1 });
  await admin.sql`create database ${admin.sql(template)}`;
  url.pathname = `/${template}`;
  const database = connect(url.href);
  await migrate(database);
  await database.close();
  project.provide("testServer", { url: server.url, template, nodes: [] });
  return async () => {
    await admin.sql`drop database if exists ${admin.sql(template)}`;
    await admin.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/**
 * A cluster that was set up by hand (docs/testing.md): the coordinator, the other nodes, and a database that is migrated
 * and distributed already, since that takes longer than most suites.
 */
function givenCluster(): { url: string; template: string; nodes: string[] } | null {
  const { SOJOURN_TEST_DATABASE_URL: url, SOJOURN_TEST_NODES: nodes, SOJOURN_TEST_TEMPLATE: template } = process.env;
  return url && nodes && template ? { url, template, nodes: nodes.split(",") } : null;
}
