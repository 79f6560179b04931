import { installationSecret } from "#config";
import type { Database } from "#db";
import { secretFor, secretsFor } from "#signatures";
import { readInstallationSecret } from "#store/installation";

/** Signs mailed links and the records of domains. Read from the given database, because the Demo is made on its own. */
export async function senderSecret({ sql }: Database): Promise<string> {
  return secretFor(await installationSecret(() => readInstallationSecret(sql)), "senders");
}

/** What mailed links and records were signed with: the present secret first, then former ones. */
export async function senderSecrets({ sql }: Database): Promise<string[]> {
  return secretsFor(await installationSecret(() => readInstallationSecret(sql)), "senders");
}
