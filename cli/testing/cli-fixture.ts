import { beforeAll } from "vitest";
import { type ApiFixture, apiFixture, type ServedApi, serveApi } from "#api/testing";
import { Sojourn } from "#sdk/node";
import { type Run, runInTest, type TestTerminal } from "./test-cli.ts";

export type CliFixture = {
  readonly api: ApiFixture;
  readonly url: string;
  readonly client: Sojourn;
  /** The environment of a terminal that is signed in to the workspace. */
  readonly env: Readonly<Record<string, string>>;
  readonly sojourn: (line: string | readonly string[], given?: TestTerminal) => Promise<Run>;
  /** The same with `--json`, parsed; fails unless it ends well. */
  readonly json: <Value>(line: string, given?: TestTerminal) => Promise<Value>;
};

/** A served workspace of its own for each test file, and the CLI signed in to it. */
export function cliFixture(): CliFixture {
  let served: ServedApi;
  const fixture = {} as { -readonly [Name in keyof CliFixture]: CliFixture[Name] };
  beforeAll(async () => {
    const api = await apiFixture();
    served = await serveApi(api.database);
    const { url } = served;
    const env = { SOJOURN_URL: url, SOJOURN_SECRET_KEY: api.secretKey };
    const sojourn: CliFixture["sojourn"] = (line, given = {}) =>
      runInTest(line, { ...given, env: { ...env, ...given.env } });
    const json = async <Value>(line: string, given?: TestTerminal) => {
      const run = await sojourn(`${line} --json`, given);
      if (run.code !== 0) throw new Error(`${line}: ${run.code} ${run.stderr}`);
      return JSON.parse(run.stdout) as Value;
    };
    const client = new Sojourn({ url, secretKey: api.secretKey, flushOnExit: false });
    Object.assign(fixture, { api, url, env, sojourn, json, client });
    return () => served.close();
  });
  return fixture;
}
