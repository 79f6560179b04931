import { installationSecret } from "#config";
import { getDatabase } from "#db";
import { type SecretPurpose, secretFor as secretOf } from "#signatures";
import { readInstallationSecret } from "#store/installation";

let known: Promise<string> | undefined;

/** The installation's secret for one purpose: `SOJOURN_SECRET`, else the one in the database, which all processes share. */
export async function secretFor(purpose: SecretPurpose): Promise<string> {
  known ??= read();
  known.catch(() => {
    known = undefined;
  });
  return secretOf(await known, purpose);
}

async function read(): Promise<string> {
  return await installationSecret(() => readInstallationSecret(getDatabase().sql));
}
