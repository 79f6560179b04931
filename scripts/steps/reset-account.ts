import { closeDatabase, getDatabase, isMigrated, openDatabase } from "#db";
import { resetAccount } from "#services/second-factor";
import { openServer } from "./open-server.ts";

const USAGE = "Usage: npm run account:reset -- ada@example.com\n";

/** Resets the account of an e-mail address and prints its link; returns the exit code: 0 done, 1 no such account, 2 usage or no database. */
export async function resetByCommand([email, ...others]: readonly string[]): Promise<number> {
  if (!email?.includes("@") || others.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const server = await openServer();
  if (!server) {
    process.stderr.write("There is no database: set DATABASE_URL, or start Sojourn here first.\n");
    return 2;
  }
  openDatabase(server.url);
  try {
    if (!(await isMigrated(getDatabase()))) {
      process.stderr.write("This database belongs to another release: start this release on it first to migrate it.\n");
      return 2;
    }
    const link = await resetAccount(email);
    if (link === null) {
      process.stderr.write(`There is no account with the address ${email}.\n`);
      return 1;
    }
    process.stderr.write("Password, second factor and sessions are gone. This link signs in once, within a day:\n");
    process.stdout.write(`${link}\n`);
    return 0;
  } finally {
    await closeDatabase();
    await server.stop();
  }
}
