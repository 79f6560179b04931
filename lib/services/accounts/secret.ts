import { installationSecret } from "#config";
import { type Database, getDatabase } from "#db";
import { type SecretPurpose, secretFor as secretOf, secretsFor as secretsOf } from "#signatures";
import { readInstallationSecret } from "#store/installation";

const known = new WeakMap<Database, Promise<string>>();

/** The secret of the installation for one purpose: `SOJOURN_SECRET`, else the one in the database, which all processes share. */
export const secretFor = async (purpose: SecretPurpose): Promise<string> => secretOf(await installation(), purpose);

/** The secrets with which one purpose reads: the present one first, then former ones. */
export const secretsFor = async (purpose: SecretPurpose): Promise<string[]> => secretsOf(await installation(), purpose);

function installation(): Promise<string> {
  const database = getDatabase();
  const found = known.get(database) ?? installationSecret(() => readInstallationSecret(database.sql));
  known.set(database, found);
  found.catch(() => known.delete(database));
  return found;
}
