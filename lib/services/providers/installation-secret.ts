import { config } from "#config";
import type { Context } from "#services";
import { readInstallationSecret } from "#store/installation";

export const installationSecret = async ({ database }: Pick<Context, "database">): Promise<string> =>
  config().secret ?? (await readInstallationSecret(database.sql));
