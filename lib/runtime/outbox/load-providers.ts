import type { ProviderSetUp } from "#channels";
import { config } from "#config";
import { isSendingService } from "#providers";
import { secretFor, signedId, unseal } from "#signatures";
import { readInstallationSecret } from "#store/installation";
import { type ProviderRow, readProviders } from "#store/providers";
import type { OutboxRuntime } from "./outbox-runtime.ts";

/** What workspaces have set up for sending, by workspace. */
export type SetUps = ReadonlyMap<string, readonly ProviderSetUp[]>;

export async function loadProviders(
  { database: { sql } }: OutboxRuntime,
  workspaceIds: readonly string[],
): Promise<SetUps> {
  const rows = (await readProviders(sql, workspaceIds)).filter(({ service }) => isSendingService(service));
  if (rows.length === 0) return new Map();
  const installation = config().secret ?? (await readInstallationSecret(sql));
  const setUps = rows.flatMap((row) => viewOf(row, installation));
  return Map.groupBy(setUps, ({ workspaceId }) => workspaceId);
}

function viewOf({ id, workspaceId, service, settings, secrets, updatedAt }: ProviderRow, installation: string) {
  if (!isSendingService(service)) return [];
  const opened = unseal(secretFor(installation, "providers"), secrets);
  const token = signedId(secretFor(installation, "feedback"), service, id);
  const reportUrl = service === "sms" ? `${config().baseUrl}/api/feedback/twilio/${token}` : null;
  const known: unknown = opened === null ? null : JSON.parse(opened);
  return [{ workspaceId, service, settings, secrets: known, revision: `${id} ${String(updatedAt)}`, reportUrl }];
}
