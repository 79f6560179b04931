import { connect, isMigrated } from "#db";
import { openServer } from "./open-server.ts";
import { say } from "./say.ts";
import { readRequest } from "./seed-scenarios.ts";

/** Fills the database with a scenario; answers the exit code: 0 done, 1 not understood, 2 there is no database to fill. */
export async function runSeed(args: readonly string[]): Promise<number> {
  const request = readRequest(args);
  if (typeof request === "string") {
    process.stderr.write(`${request}\n`);
    return 1;
  }
  const server = await openServer();
  if (!server) {
    process.stderr.write("There is no database to fill: set DATABASE_URL, or start Sojourn here first.\n");
    return 2;
  }
  const database = connect(server.url);
  try {
    if (!(await isMigrated(database))) {
      process.stderr.write("This database does not have the tables of this release: start Sojourn on it first.\n");
      return 2;
    }
    process.stdout.write(`${await request.scenario.seed(database, request.people, showProgress())}\n`);
    return 0;
  } finally {
    await database.close();
    await server.stop();
  }
}

function showProgress(): (done: number) => void {
  let shown = 0;
  return (done) => {
    const tenth = Math.floor(done * 10);
    if (tenth > shown) say(`${tenth * 10} %`);
    shown = Math.max(shown, tenth);
  };
}
