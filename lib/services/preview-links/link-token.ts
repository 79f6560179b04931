import { installationSecret } from "#config";
import type { Context } from "#services";
import { readSignedId, readWith, secretFor, secretsFor, signedId } from "#signatures";
import { readInstallationSecret } from "#store/installation";

const PURPOSE = "preview link";

const installationOf = ({ database }: Context): Promise<string> =>
  installationSecret(() => readInstallationSecret(database.sql));

/** The token of a link; it can be made again, so it is stored nowhere. */
export const linkToken = async (ctx: Context, id: string): Promise<string> =>
  signedId(secretFor(await installationOf(ctx), "previews"), PURPOSE, id);

/** The id of the link; null: this installation did not sign the token. */
export const readLinkToken = async (ctx: Context, token: string): Promise<string | null> =>
  readWith(secretsFor(await installationOf(ctx), "previews"), (secret) => readSignedId(secret, PURPOSE, token));
