import { installationSecret } from "#config";
import type { Context } from "#services";
import { readSignedId, secretFor, signedId } from "#signatures";
import { readInstallationSecret } from "#store/installation";

const PURPOSE = "preview link";

const secretOf = async ({ database }: Context): Promise<string> =>
  secretFor(await installationSecret(() => readInstallationSecret(database.sql)), "previews");

/** The token of a link; it can be made again, so it is stored nowhere. */
export const linkToken = async (ctx: Context, id: string): Promise<string> =>
  signedId(await secretOf(ctx), PURPOSE, id);

/** The id of the link; null: this installation did not sign the token. */
export const readLinkToken = async (ctx: Context, token: string): Promise<string | null> =>
  readSignedId(await secretOf(ctx), PURPOSE, token);
