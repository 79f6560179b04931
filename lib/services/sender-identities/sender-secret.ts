import { installationSecret } from "#config";
import type { Database } from "#db";
import { secretFor } from "#signatures";
import { readInstallationSecret } from "#store/installation";

/** Signs mailed links and the records of domains. Read from the given database, because the Demo is made on its own. */
export async function senderSecret({ sql }: Database): Promise<string> {
  return secretFor(await installationSecret(() => readInstallationSecret(sql)), "senders");
}
