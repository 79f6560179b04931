import { stub } from "#sdk/browser";

/** For the head of every page: the browser client, and two calls. */
export function browserSnippet(baseUrl: string, key: string): string {
  return [
    stub(key, baseUrl),
    "<script>",
    'DAP("identify", "user_1", {email: "ada@example.com"});',
    'DAP("track", "signed_up", {plan: "pro"});',
    "</script>",
  ].join("\n");
}

/** A call of the API that anyone can run at once: the first event of a person. */
export function curlSnippet(baseUrl: string, key: string): string {
  return [
    `curl ${baseUrl}/api/track \\`,
    `  -H "Authorization: Bearer ${key}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"userId": "user_1", "event": "signed_up", "properties": {"plan": "pro"}}'`,
  ].join("\n");
}

/** The same from a Node backend, with a client that speaks Segment's protocol. */
export function nodeSnippet(baseUrl: string, key: string): string {
  return [
    `import { Analytics } from "@segment/analytics-node";`,
    "",
    `const sojourn = new Analytics({ writeKey: "${key}", host: "${baseUrl}" });`,
    `sojourn.identify({ userId: "user_1", traits: { email: "ada@example.com" } });`,
    `sojourn.track({ userId: "user_1", event: "signed_up" });`,
  ].join("\n");
}

/** The same within a transaction of the application: rolled back with it, taken in once it commits. */
export function sqlSnippet(workspace: string): string {
  return `select sojourn.track('${workspace}', 'user_1', 'signed_up', '{"plan": "pro"}');`;
}

/** Lines of a text field as a list, without blanks. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
