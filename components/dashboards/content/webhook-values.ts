import type { JsonObject } from "#journey";

export const METHODS = ["POST", "PUT", "PATCH", "DELETE", "GET"] as const;

export type HeaderRow = { name: string; value: string };

/** The call as the form shows it. */
export type WebhookValues = { url: string; method: string; headers: HeaderRow[]; body: string };

const text = (value: unknown) => (typeof value === "string" ? value : "");

export function readWebhook(body: JsonObject): WebhookValues {
  const headers = typeof body.headers === "object" && body.headers !== null ? Object.entries(body.headers) : [];
  return {
    url: text(body.url),
    method: text(body.method).toUpperCase() || "POST",
    headers: headers.map(([name, value]) => ({ name, value: String(value) })),
    body: typeof body.body === "object" && body.body !== null ? JSON.stringify(body.body, null, 2) : text(body.body),
  };
}

/** Form values to document; a JSON body is stored as JSON, so that trait values cannot break its syntax. */
export function writeWebhook({ url, method, headers, body }: WebhookValues): JsonObject {
  const named = headers.filter(({ name }) => name.trim() !== "");
  const payload = readBody(body);
  return {
    url: url.trim(),
    method,
    ...(named.length > 0 ? { headers: Object.fromEntries(named.map(({ name, value }) => [name.trim(), value])) } : {}),
    ...(payload === undefined ? {} : { body: payload }),
  };
}

function readBody(body: string): unknown {
  const trimmed = body.trim();
  if (trimmed === "") return undefined;
  if (!/^[[{]/.test(trimmed)) return body;
  try {
    return JSON.parse(trimmed);
  } catch {
    return body;
  }
}

/** What is wrong with each field, by its name. */
export function webhookErrors({ url, headers }: WebhookValues): Partial<Record<"url" | "headers", string>> {
  const isAddress = /^https?:\/\/\S+$/i.test(url.trim()) || /^\{\{.+\}\}/.test(url.trim());
  const wrong = headers.find(({ name }) => name.trim() !== "" && !/^[\w!#$%&'*+.^`|~-]+$/.test(name.trim()));
  return {
    ...(url.trim() === ""
      ? { url: "Enter the address." }
      : isAddress
        ? {}
        : { url: "An address like https://example.com/hook." }),
    ...(wrong ? { headers: `“${wrong.name}” is not the name of a header.` } : {}),
  };
}
