import type { SendResult } from "../../channel.ts";

type SmtpError = { readonly code?: string; readonly responseCode?: number; readonly message?: string };

/**
 * A server's 5xx about this mail is final. Everything else may pass: 4xx, no connection, and also refused
 * credentials, which concern the set-up and not the mail.
 */
export function judgeSmtpError(error: unknown): SendResult {
  const { code, responseCode, message = "The mail could not be sent." } = (error ?? {}) as SmtpError;
  const aboutThisMail = code === "EENVELOPE" || code === "EMESSAGE";
  const refused = responseCode === undefined ? code === "EENVELOPE" : responseCode >= 500;
  return { status: "failed", permanent: aboutThisMail && refused, error: message };
}
