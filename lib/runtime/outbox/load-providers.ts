import type { ProviderSetUp } from "#channels";
import { config } from "#config";
import {
  type Endpoint,
  EndpointSecrets,
  EndpointSettings,
  isReportingService,
  isSendingService,
  type ReportingService,
} from "#providers";
import { readWith, secretFor, secretsFor, signedId, unseal } from "#signatures";
import { type ProviderRow, readProviders } from "#store/providers";
import type { OutboxRuntime } from "./outbox-runtime.ts";

/** What workspaces have set up for sending, by workspace. */
export type SetUps = ReadonlyMap<string, readonly ProviderSetUp[]>;

/** Who reports on the mail of a workspace, and where mail that cannot be delivered comes back. */
export type Reporting = { readonly services: readonly ReportingService[]; readonly bounceAddress: string | null };

/** An endpoint with the value of its secret header. */
export type OwnEndpoint = Endpoint & { readonly value: string };

export type Provided = {
  readonly setUps: SetUps;
  readonly reporting: ReadonlyMap<string, Reporting>;
  /** The endpoints of live-data steps with their secrets, by workspace. */
  readonly endpoints: ReadonlyMap<string, readonly OwnEndpoint[]>;
  /** Of this installation; signs tracked links, and addresses for bounces. */
  readonly secrets: { readonly tracking: string; readonly feedback: string };
};

export async function loadProviders(
  { database: { sql } }: OutboxRuntime,
  workspaceIds: readonly string[],
  installation: string,
): Promise<Provided> {
  const rows = await readProviders(sql, workspaceIds);
  const setUps = rows.flatMap((row) => viewOf(row, installation));
  return {
    setUps: Map.groupBy(setUps, ({ workspaceId }) => workspaceId),
    reporting: reportingOf(rows),
    endpoints: new Map(
      rows.flatMap((row) => (row.service === "endpoints" ? [[row.workspaceId, endpointsIn(row, installation)]] : [])),
    ),
    secrets: { tracking: secretFor(installation, "tracking"), feedback: secretFor(installation, "feedback") },
  };
}

function viewOf({ id, workspaceId, service, settings, secrets, updatedAt }: ProviderRow, installation: string) {
  if (!isSendingService(service)) return [];
  const opened = readWith(secretsFor(installation, "providers"), (secret) => unseal(secret, secrets));
  const token = signedId(secretFor(installation, "feedback"), service, id);
  const reportUrl = service === "sms" ? `${config().publicUrl}/api/feedback/twilio/${token}` : null;
  const known: unknown = opened === null ? null : JSON.parse(opened);
  return [{ workspaceId, service, settings, secrets: known, revision: `${id} ${String(updatedAt)}`, reportUrl }];
}

/** Those of which the secret can be read. */
function endpointsIn({ settings, secrets }: ProviderRow, installation: string): OwnEndpoint[] {
  const opened = readWith(secretsFor(installation, "providers"), (secret) => unseal(secret, secrets));
  const known = EndpointSettings.safeParse(settings);
  const values = EndpointSecrets.safeParse(opened === null ? null : JSON.parse(opened));
  if (!known.success || !values.success) return [];
  return known.data.endpoints.flatMap((endpoint) => {
    const { [endpoint.key]: value } = values.data;
    return value === undefined ? [] : [{ ...endpoint, value }];
  });
}

function reportingOf(rows: readonly ProviderRow[]): Map<string, Reporting> {
  const reporting = Map.groupBy(
    rows.filter(({ service }) => isReportingService(service)),
    ({ workspaceId }) => workspaceId,
  );
  return new Map(
    [...reporting].map(([workspaceId, own]) => {
      const services = own.flatMap(({ service }) => (isReportingService(service) ? [service] : []));
      const address = own.find(({ service }) => service === "smtp")?.settings.bounceAddress;
      return [workspaceId, { services, bounceAddress: typeof address === "string" ? address : null }];
    }),
  );
}
