import { config } from "#config";
import { isReportingService, type ProviderService } from "#providers";
import { iso } from "#services";
import { readWith, secretFor, secretsFor, signedId, unseal } from "#signatures";
import type { ProviderRow } from "#store/providers";
import type { Provider } from "./schema.ts";

const NOTHING = { settings: null, secrets: [], isReadable: true, feedbackUrl: null, updatedAt: null };

export function viewProvider(service: ProviderService, row: ProviderRow | undefined, installation: string): Provider {
  if (!row) return { service, ...NOTHING };
  const secrets = secretsOf(row, installation);
  return {
    service,
    settings: row.settings,
    secrets: Object.keys(secrets ?? {}),
    isReadable: secrets !== null,
    feedbackUrl: feedbackUrl(service, row, installation),
    updatedAt: iso(row.updatedAt),
  };
}

/** The secrets of a row; `null`: another secret of the installation sealed them. */
export function secretsOf({ secrets }: ProviderRow, installation: string): object | null {
  const opened = readWith(secretsFor(installation, "providers"), (secret) => unseal(secret, secrets));
  if (opened === null) return null;
  const read: unknown = JSON.parse(opened);
  return typeof read === "object" ? read : null;
}

function feedbackUrl(service: ProviderService, row: ProviderRow, installation: string): string | null {
  const isTwilio = service === "sms" && row.settings.provider === "twilio";
  if (!isReportingService(service) && !isTwilio) return null;
  const token = signedId(secretFor(installation, "feedback"), service, row.id);
  return `${config().publicUrl}/api/feedback/${isTwilio ? "twilio" : service}/${token}`;
}
