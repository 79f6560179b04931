import { installationSecret } from "#config";
import type { Database } from "#db";
import { notFound } from "#services";
import { secretsOf } from "#services/providers";
import { readSignedId, readWith, secretFor, secretsFor } from "#signatures";
import { readInstallationSecret } from "#store/installation";
import { type ProviderRow, readProvider } from "#store/providers";
import type { FeedbackSource } from "./sources.ts";

export type Source = {
  readonly source: FeedbackSource;
  readonly row: ProviderRow;
  /** The secrets of the set-up; empty if they cannot be read any more. */
  readonly secrets: Readonly<Record<string, unknown>>;
  /** The secret under which addresses for bounces are signed. */
  readonly verpSecret: string;
};

/** The set-up that an address for reports belongs to. Throws `not_found` for one that nobody here has made. */
export async function findSource(database: Database, source: FeedbackSource, token: string): Promise<Source> {
  const installation = await installationSecret(() => readInstallationSecret(database.sql));
  const feedback = secretFor(installation, "feedback");
  const service = source === "twilio" ? "sms" : source;
  const id = readWith(secretsFor(installation, "feedback"), (secret) => readSignedId(secret, service, token));
  const row = id === null ? undefined : await readProvider(database.sql, id);
  if (row?.service !== service) throw notFound("address for reports");
  return { source, row, secrets: { ...secretsOf(row, installation) }, verpSecret: feedback };
}
