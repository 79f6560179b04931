import type { Provider, ProviderSetting } from "#data";
import type { FieldFacts } from "./services.ts";
import type { Gateway } from "./sms-gateway.tsx";

/** What is typed, by the names of the fields. */
export type Values = Readonly<Record<string, string>>;

/** The settings as texts; secrets are never shown, so their fields start empty. */
export function valuesOf({ settings }: Provider): Values {
  const texts = Object.entries(settings ?? {}).map(([name, value]) => [
    name,
    typeof value === "string" ? value : textOf(value),
  ]);
  return Object.fromEntries(texts);
}

const textOf = (value: unknown): string => (value === undefined ? "" : JSON.stringify(value, null, 2));

type Typed = { readonly fields: readonly FieldFacts[]; readonly values: Values; readonly gateway: Gateway | null };

/** The set-up to store. Without typed secrets those that are kept stay; keys of web push stay with their pair. */
export function inputOf({ service, settings }: Provider, { fields, values, gateway }: Typed): ProviderSetting {
  const typed = (part: FieldFacts["part"]) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = (values[field.name] ?? "").trim();
        return field.part === part && value !== "" ? [[field.name, value] as const] : [];
      }),
    );
  const secrets = typed("secrets");
  if (service === "fcm") return fromServiceAccount(service, secrets.serviceAccount, settings);
  const own = gateway === null ? typed("settings") : gateway.settingsOf(typed("settings"));
  const pair = service === "web_push" && settings?.publicKey ? { publicKey: settings.publicKey } : {};
  return { service, settings: { ...own, ...pair }, ...(needsSecrets(fields, secrets, settings) ? { secrets } : {}) };
}

const needsSecrets = (fields: readonly FieldFacts[], secrets: object, before: unknown): boolean =>
  Object.keys(secrets).length > 0 || (before === null && !fields.some(({ name }) => name === "subject"));

/** The parts that count of the file that the console of Firebase makes. */
function fromServiceAccount(service: "fcm", text: string | undefined, before: Provider["settings"]): ProviderSetting {
  if (text === undefined) return { service, settings: { ...before } };
  const file = parse(text);
  const settings = { projectId: file.project_id ?? "", clientEmail: file.client_email ?? "" };
  const tokenUrl = typeof file.token_uri === "string" ? { tokenUrl: file.token_uri } : {};
  return { service, settings: { ...settings, ...tokenUrl }, secrets: { privateKey: file.private_key ?? "" } };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
