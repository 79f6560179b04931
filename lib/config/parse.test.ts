import { hostname } from "node:os";
import { expect, test } from "vitest";
import { ConfigError } from "./config-error.ts";
import { parseConfig } from "./parse.ts";

const problemsOf = (environment: Record<string, string>) => {
  try {
    parseConfig(environment, "/srv/sojourn");
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

test("an empty environment gives the defaults of a newcomer's machine", () => {
  expect(parseConfig({}, "/srv/sojourn")).toMatchObject({
    port: 3000,
    host: null,
    baseUrl: "http://localhost:3000",
    databaseUrl: null,
    dataDir: "/srv/sojourn/.sojourn",
    smtpUrl: null,
    demo: true,
    rateLimit: null,
  });
});

test("a variable set to nothing counts as not set", () => {
  expect(parseConfig({ PORT: "", DATABASE_URL: "", SOJOURN_DEMO: "" }).port).toBe(3000);
});

test("L9: a default sender that is none is named, one that can be read is kept as written", () => {
  expect(problemsOf({ SOJOURN_DEFAULT_FROM: "Acme" })).toEqual([
    expect.stringMatching(/^SOJOURN_DEFAULT_FROM: .*“Acme” is not an email address/),
  ]);
  expect(problemsOf({ SOJOURN_DEFAULT_FROM: "a@b.example, c@d.example", PORT: "http" })).toHaveLength(2);
  const sender = '"Acme; Inc." <hello@acme.example>';
  expect(parseConfig({ SOJOURN_DEFAULT_FROM: sender }).defaultFrom).toBe(sender);
});

test("every wrong variable is named with what it should be", () => {
  const problems = problemsOf({
    PORT: "http",
    DATABASE_URL: "mysql://localhost/x",
    SOJOURN_INIT_SECRET_KEY: "secret",
    SOJOURN_DEMO: "no",
  });
  expect(problems.map((line) => line.split(":")[0])).toEqual([
    "PORT",
    "DATABASE_URL",
    "SOJOURN_DEMO",
    "SOJOURN_INIT_SECRET_KEY",
  ]);
  expect(problems[1]).toContain("postgres://");
});

test("a misspelt setting is reported instead of ignored", () => {
  expect(problemsOf({ SOJOURN_DATADIR: "/data" })).toEqual(["SOJOURN_DATADIR: there is no such setting"]);
});

test("a first password needs the address it belongs to", () => {
  expect(problemsOf({ SOJOURN_INIT_PASSWORD: "correct horse" })).toEqual([
    expect.stringContaining("SOJOURN_INIT_EMAIL"),
  ]);
});

test("the machine's own name in HOSTNAME is no address to listen on", () => {
  expect(parseConfig({ HOSTNAME: hostname() }).host).toBeNull();
  expect(parseConfig({ HOSTNAME: "127.0.0.1" }).host).toBe("127.0.0.1");
});

test("the public address loses its last slash", () => {
  expect(parseConfig({ SOJOURN_URL: "https://journeys.example.com/" }).baseUrl).toBe("https://journeys.example.com");
});

test("T4: only a personal installation may call this machine and private networks without being told so", () => {
  const own = expect.arrayContaining(["127.0.0.0/8", "10.0.0.0/8"]);
  const allowed = (environment: Record<string, string>) => parseConfig(environment).allowedNetworks;
  expect(allowed({})).toEqual(own);
  expect(allowed({ SOJOURN_URL: "http://localhost:4000" })).toEqual(own);
  expect(allowed({ SOJOURN_URL: "https://journeys.example.com" })).toEqual([]);
  expect(allowed({ SOJOURN_TRUST_PROXY: "1" })).toEqual([]);
  expect(allowed({ DATABASE_URL: "postgres://localhost/sojourn" })).toEqual([]);
  expect(allowed({ SOJOURN_ALLOWED_NETWORKS: "none" })).toEqual([]);
  expect(allowed({ SOJOURN_ALLOWED_NETWORKS: "10.1.0.0/16, fd12::/16,192.168.1.5" })).toEqual([
    "10.1.0.0/16",
    "fd12::/16",
    "192.168.1.5",
  ]);
});

test("T4: what is no network is named, each entry, and the variable before still counts", () => {
  const [first, second, ...more] = problemsOf({ SOJOURN_ALLOWED_NETWORKS: "10.0.0.0/33, here, 10.0.0.0/8, ::/129" });
  expect([first, second]).toEqual([expect.stringContaining("10.0.0.0/33"), expect.stringContaining("“here”")]);
  expect(more).toHaveLength(1);
  const before = { SOJOURN_URL: "https://journeys.example.com", SOJOURN_PRIVATE_WEBHOOKS: "1" };
  expect(parseConfig(before).allowedNetworks).toContain("127.0.0.0/8");
  expect(parseConfig({ SOJOURN_PRIVATE_WEBHOOKS: "0" }).allowedNetworks).toEqual([]);
  expect(problemsOf({ ...before, SOJOURN_ALLOWED_NETWORKS: "10.0.0.0/8" })).toEqual([
    expect.stringContaining("replaced by SOJOURN_ALLOWED_NETWORKS"),
  ]);
});

test("the log takes its level and format from the environment, and names what it does not know", () => {
  expect(parseConfig({}).log).toEqual({ level: "info", format: "text" });
  expect(parseConfig({ SOJOURN_LOG: "debug", SOJOURN_LOG_FORMAT: "json" }).log).toEqual({
    level: "debug",
    format: "json",
  });
  expect(problemsOf({ SOJOURN_LOG: "verbose", SOJOURN_LOG_FORMAT: "xml" })).toEqual([
    "SOJOURN_LOG: write debug, info, warn or error",
    "SOJOURN_LOG_FORMAT: write text or json",
  ]);
});

test("a pooler needs an address past it, and a standby a database", () => {
  const url = "postgres://localhost/sojourn";
  expect(parseConfig({})).toMatchObject({ pooled: null, readUrl: null });
  expect(
    parseConfig({ DATABASE_URL: url, DATABASE_POOLED: "1", DATABASE_DIRECT_URL: `${url}2`, DATABASE_READ_URL: url }),
  ).toMatchObject({ pooled: { directUrl: `${url}2` }, readUrl: url });
  expect(problemsOf({ DATABASE_POOLED: "1", DATABASE_READ_URL: url })).toEqual([
    "DATABASE_POOLED: needs DATABASE_URL beside it",
    "DATABASE_READ_URL: needs DATABASE_URL beside it",
    expect.stringContaining("DATABASE_DIRECT_URL: needed beside DATABASE_POOLED"),
  ]);
  expect(problemsOf({ DATABASE_URL: url, DATABASE_DIRECT_URL: url })).toHaveLength(1);
});

test("OpenID Connect needs issuer, client and secret, and TLS but on this machine", () => {
  const given = { SOJOURN_OIDC_CLIENT_ID: "sojourn", SOJOURN_OIDC_CLIENT_SECRET: "secret" };
  const issuer = (address: string) => ({ ...given, SOJOURN_OIDC_ISSUER: address });
  expect(parseConfig({}).oidc).toBeNull();
  expect(parseConfig(issuer("https://login.example.com")).oidc).toMatchObject({ name: "single sign-on" });
  expect(parseConfig(issuer("http://127.0.0.1:9000")).oidc?.issuer).toBe("http://127.0.0.1:9000");
  for (const environment of [given, issuer("http://login.example.com"), issuer("ftp://login.example.com")])
    expect(problemsOf(environment)).toEqual([expect.stringContaining("SOJOURN_OIDC_ISSUER")]);
  expect(problemsOf({ SOJOURN_OIDC_NAME: "Okta" })).toEqual([expect.stringContaining("SOJOURN_OIDC_NAME")]);
});
