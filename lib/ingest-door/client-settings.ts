/** Where clients reach this installation, without a path. */
export type OwnAddress = { readonly protocol: "http" | "https"; readonly host: string };

/**
 * What Segment's and Customer.io's browser and mobile clients read before they send anything: where to send, and that there
 * is nothing else to load. `apiHost` stands without a scheme, as the mobile clients put `https://` before it; the browser
 * ones take `protocol`. Without `metrics` the browser clients report on themselves to their makers.
 */
export function clientSettings(key: string, { protocol, host }: OwnAddress): unknown {
  const here = { apiKey: key, apiHost: `${host}/v1`, protocol };
  return {
    integrations: { "Segment.io": here, "Customer.io Data Pipelines": here },
    metrics: { sampleRate: 0 },
    plan: {},
    edgeFunction: {},
  };
}

/** The same for Rudder's browser client, which is told the address for its events by the page itself. */
export function sourceConfig(key: string, siteId: string | null): unknown {
  const statsCollection = { errors: { enabled: false }, metrics: { enabled: false } };
  const source = { id: siteId ?? "sojourn", name: "Sojourn", writeKey: key, enabled: true, workspaceId: "sojourn" };
  return { source: { ...source, config: { statsCollection }, destinations: [], dataplanes: {} } };
}

/** The address that a request was sent to; its scheme is known to a trusted proxy, or as people were told to reach this server. */
export function ownAddress(request: Request, baseUrl: string, trustProxy: boolean): OwnAddress {
  const { headers } = request;
  const forwarded = (name: string) => (trustProxy ? headers.get(name)?.split(",")[0]?.trim() : undefined);
  const host = forwarded("x-forwarded-host") || headers.get("host") || new URL(request.url).host;
  const scheme = forwarded("x-forwarded-proto") || new URL(baseUrl).protocol.slice(0, -1);
  return { protocol: scheme === "https" ? "https" : "http", host };
}
