import { type PushDevice, processChannels, type SendResult } from "#channels";
import { installationSecret } from "#config";
import { CHANNEL_OF_SERVICE, isSendingService, type ProviderService, type SendingService } from "#providers";
import { type Context, conflict, invalidField, notFound, requireRole } from "#services";
import { findPerson } from "#services/people";
import { readDevicesOf } from "#store/devices";
import { readInstallationSecret } from "#store/installation";
import { findProvider } from "./get-provider.ts";
import type { ProviderTest, TestedProvider } from "./schema.ts";
import { secretsOf } from "./view-provider.ts";

/** Sends one message over a service, so that a set-up is proven before journeys use it; nothing of it is counted. */
export async function testProvider(
  ctx: Context,
  service: ProviderService,
  { to }: ProviderTest,
): Promise<TestedProvider> {
  requireRole(ctx, "owner");
  if (!isSendingService(service))
    throw invalidField(["service"], "receives reports; it sends nothing that could be tested");
  const row = await findProvider(ctx, service);
  if (!row) throw notFound("provider");
  const secrets = secretsOf(row, await installationSecret(() => readInstallationSecret(ctx.database.sql)));
  const kind = CHANNEL_OF_SERVICE[service];
  const platforms = PLATFORMS[service];
  const devices = platforms === null ? [] : await devicesFor(ctx, platforms, to);
  const { settings } = row;
  const setUp = { service, settings, secrets, revision: `${row.id} ${String(row.updatedAt)}`, reportUrl: null };
  // A name of its own: the channel of the workspace stays open beside it.
  const channel = processChannels().providers.channel(`test ${ctx.workspaceId} ${service}`, kind, [setUp]);
  if (!channel) throw conflict("This provider is not set up.");
  const result = await channel.send({
    idempotencyKey: crypto.randomUUID(),
    recipient: to,
    sender: "",
    subject: "Test",
    html: "",
    text: "This is a test message from Sojourn.",
    devices,
  });
  return viewOf(result);
}

type Platforms = readonly PushDevice["platform"][];

/** The devices that a service reaches; null = it sends to an address. */
const PLATFORMS: Readonly<Record<SendingService, Platforms | null>> = {
  sms: null,
  web_push: ["web"],
  fcm: ["android", "ios", "web"],
  apns: ["ios"],
};

async function devicesFor(ctx: Context, platforms: Platforms, to: string): Promise<PushDevice[]> {
  const { id } = await findPerson(ctx, to);
  const devices = (await readDevicesOf(ctx.database.sql, [id])).filter(({ platform }) => platforms.includes(platform));
  if (devices.length === 0) throw invalidField(["to"], "This person has no device for this service");
  return devices;
}

function viewOf(result: SendResult): TestedProvider {
  if (result.status === "sent") return { status: "sent", error: null, providerId: result.providerId };
  const error = result.status === "failed" ? result.error : "It was not sent.";
  return { status: "failed", error, providerId: null };
}
