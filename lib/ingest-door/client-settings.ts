/** The address of this installation for clients, without a path. */
export type OwnAddress = { readonly protocol: "http" | "https"; readonly host: string };

/**
 * The settings that Segment's and Customer.io's browser and mobile clients load first: where to send, and no further
 * integrations. `apiHost` has no scheme, because the mobile clients prepend `https://`; the browser clients use
 * `protocol`. `metrics` stops the browser clients from sending metrics to their vendors.
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

/** The same for Rudder's browser client, which gets the address for its events from the page. */
export function sourceConfig(key: string, siteId: string | null): unknown {
  const statsCollection = { errors: { enabled: false }, metrics: { enabled: false } };
  const source = { id: siteId ?? "sojourn", name: "Sojourn", writeKey: key, enabled: true, workspaceId: "sojourn" };
  return { source: { ...source, config: { statsCollection }, destinations: [], dataplanes: {} } };
}

/**
 * The address that a request was sent to; its scheme comes from a trusted proxy, or from the public address of this
 * server.
 */
export function ownAddress(request: Request, baseUrl: string, trustProxy: boolean): OwnAddress {
  const { headers } = request;
  const forwarded = (name: string) => (trustProxy ? headers.get(name)?.split(",")[0]?.trim() : undefined);
  const host = forwarded("x-forwarded-host") || headers.get("host") || new URL(request.url).host;
  const scheme = forwarded("x-forwarded-proto") || new URL(baseUrl).protocol.slice(0, -1);
  return { protocol: scheme === "https" ? "https" : "http", host };
}
