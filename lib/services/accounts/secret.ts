import { installationSecret } from "#config";
import { type Database, getDatabase } from "#db";
import { type SecretPurpose, secretFor as secretOf } from "#signatures";
import { readInstallationSecret } from "#store/installation";

const known = new WeakMap<Database, Promise<string>>();

/** The installation's secret for one purpose: `SOJOURN_SECRET`, else the one in the database, which all processes share. */
export async function secretFor(purpose: SecretPurpose): Promise<string> {
  const database = getDatabase();
  const found = known.get(database) ?? installationSecret(() => readInstallationSecret(database.sql));
  known.set(database, found);
  found.catch(() => known.delete(database));
  return secretOf(await found, purpose);
}
