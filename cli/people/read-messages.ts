import { CliError, EXIT } from "../exit-codes.ts";

export type NumberedMessage = { readonly line: number; readonly message: Record<string, unknown> };

/** Messages of a file, a JSON object a line; one without a type is an event. All lines that are none are reported. */
export function readMessages(text: string): NumberedMessage[] {
  const findings: { pointer: string; message: string }[] = [];
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const messages = lines.flatMap((written, index): NumberedMessage[] => {
    if (written.trim() === "") return [];
    const message = readLine(written);
    if (message) return [{ line: index + 1, message: { type: "track", ...message } }];
    findings.push({ pointer: `line ${index + 1}`, message: "is not a JSON object" });
    return [];
  });
  if (findings.length > 0)
    throw new CliError(EXIT.validation, "Nothing was sent: some lines are no messages.", { findings });
  return messages;
}

function readLine(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
