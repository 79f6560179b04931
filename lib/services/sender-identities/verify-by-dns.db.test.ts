import { Resolver } from "node:dns/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, type Database, openDatabase } from "#db";
import { testDatabase } from "#db/testing";
import type { Context } from "#services";
import { testWorkspace } from "#store/testing";
import { createIdentity, verifyByDns } from "./index.ts";
import { type DnsServer, startDnsServer } from "./testing/dns-server.ts";

const records = new Map<string, string[]>();
let database: Database;
let server: DnsServer;
let resolver: Resolver;

beforeAll(async () => {
  database = openDatabase((await testDatabase()).url);
  server = await startDnsServer(records);
  resolver = new Resolver({ timeout: 1_000, tries: 1 });
  resolver.setServers([server.address]);
});
afterAll(async () => {
  await server.close();
  await closeDatabase();
});

async function workspace(): Promise<Context> {
  const { workspaceId } = await testWorkspace(database);
  return { database, workspaceId, actor: { kind: "user", id: "ada", role: "editor" } };
}

test("an address is verified by the TXT record of its domain, which serves the whole domain of one workspace", async () => {
  const ctx = await workspace();
  const { id, dns } = await createIdentity(ctx, { email: "hello@bücher.example" });
  expect(dns.name).toBe("_sojourn.xn--bcher-kva.example");

  await expect(verifyByDns(ctx, id, resolver)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining(`There is no TXT record at ${dns.name}`),
    extra: { record: dns, found: [] },
  });
  records.set(dns.name, ["v=spf1 -all", "sojourn-sender=of-somebody-else"]);
  await expect(verifyByDns(ctx, id, resolver)).rejects.toMatchObject({
    extra: { found: ["v=spf1 -all", "sojourn-sender=of-somebody-else"] },
  });
  records.get(dns.name)?.push(dns.value);
  expect(await verifyByDns(ctx, id, resolver)).toMatchObject({ status: "verified", verifiedBy: "dns" });

  const another = await createIdentity(ctx, { email: "ada@bücher.example" });
  expect(await verifyByDns(ctx, another.id, resolver)).toMatchObject({ status: "verified" });
  const elsewhere = await workspace();
  const theirs = await createIdentity(elsewhere, { email: "hello@bücher.example" });
  await expect(verifyByDns(elsewhere, theirs.id, resolver)).rejects.toMatchObject({ code: "conflict" });
});

test("a resolver that does not answer is no proof, and is said as what it is", async () => {
  const ctx = await workspace();
  const { id } = await createIdentity(ctx, { email: "hello@acme.example" });
  const silent = new Resolver({ timeout: 50, tries: 1 });
  silent.setServers(["127.0.0.1:9"]);
  await expect(verifyByDns(ctx, id, silent)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/could not be asked for .*Try again later/),
  });
});
