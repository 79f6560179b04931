import { connect, isMigrated } from "#db";
import { rotateSecrets } from "#services/secret-rotation";
import { openServer } from "./open-server.ts";

/** Seals stored secrets again and prints what was found; returns the exit code: 0 nothing left, 1 something unreadable, 2 no database. */
export async function rotateByCommand(): Promise<number> {
  const server = await openServer();
  if (!server) {
    process.stderr.write("There is no database: set DATABASE_URL, or start Sojourn here first.\n");
    return 2;
  }
  const database = connect(server.url, { max: 1 });
  try {
    if (!(await isMigrated(database))) {
      process.stderr.write("This database belongs to another release: start this release on it first to migrate it.\n");
      return 2;
    }
    const rotations = await rotateSecrets(database);
    for (const { place, current, resealed, unreadable } of rotations) {
      process.stdout.write(
        `${place}: ${resealed} sealed again, ${current} were current, ${unreadable.length} unreadable\n`,
      );
      for (const id of unreadable) process.stdout.write(`  ${id}: no secret opens it; ${adviceOn(place)}\n`);
    }
    const isLeft = rotations.some(({ unreadable }) => unreadable.length > 0);
    process.stderr.write(isLeft ? MISSING : LEFT);
    return isLeft ? 1 : 0;
  } finally {
    await database.close();
    await server.stop();
  }
}

/** The id of an authenticator app is that of its user. */
const adviceOn = (place: string): string =>
  place.startsWith("totp_secrets.")
    ? "its user signs in with a passkey or a backup code and sets the app up again, or needs npm run account:reset"
    : "enter it again";

const MISSING = "If you still have the secret that sealed these, add it to SOJOURN_OLD_SECRETS and run this again.\n";

const LEFT = `Nothing stored needs a former secret any more, but links in mails that were sent do (unsubscribe, clicks, surveys),
addresses for reports at providers, and tokens of the last 8 hours. Keep SOJOURN_OLD_SECRETS as long as they are to work.
`;
