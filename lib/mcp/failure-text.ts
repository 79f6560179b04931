import { log } from "#log";
import { ServiceError } from "#services";

/** What a model reads of a failure: every finding with its place, and what changed; nothing of the inside. */
export function failureText(toolName: string, error: unknown): string {
  if (!(error instanceof ServiceError)) {
    log.error("a tool failed", { tool: toolName, error });
    return "The tool failed. The server's log has the details.";
  }
  const findings = error.errors.map(({ pointer, message }) =>
    pointer === "" ? `- ${message}` : `- ${pointer}: ${message}`,
  );
  const more = Object.keys(error.extra).length === 0 ? [] : [JSON.stringify(error.extra)];
  return [`${error.code}: ${error.message}`, ...findings, ...more].join("\n");
}
