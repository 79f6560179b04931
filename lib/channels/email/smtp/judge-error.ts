import type { SendResult, SetUpFault } from "../../channel.ts";

type SmtpError = {
  readonly code?: string;
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly command?: string;
  readonly message?: string;
  readonly syscall?: string;
  readonly timeoutType?: string;
};

/**
 * A server's 5xx about this email is final. All other errors may be temporary: 4xx, a broken connection, and set-up
 * errors, which name the setting.
 */
export function judgeSmtpError(error: unknown, server: string): SendResult {
  const found = (error ?? {}) as SmtpError;
  const { code, responseCode, message = "The email could not be sent." } = found;
  const wrong = wrongSetUp(found);
  if (wrong !== null) {
    const setUp = { kind: wrong, text: `${SENTENCES[wrong](server)} ${message}` };
    return { status: "failed", permanent: false, error: message, isOutage: true, setUp };
  }
  const aboutThisMail = code === "EENVELOPE" || code === "EMESSAGE";
  const refused = responseCode === undefined ? code === "EENVELOPE" : responseCode >= 500;
  return { status: "failed", permanent: aboutThisMail && refused, error: message };
}

/** Whether the server says that there is no such address, by the code that says nothing else (RFC 3463). */
export function saysUnknownAddress(error: unknown): boolean {
  const { responseCode, message = "" } = (error ?? {}) as SmtpError;
  return responseCode !== undefined && responseCode >= 500 && /\b5\.1\.([1236]|10)\b/.test(message);
}

type SetUp = Exclude<SetUpFault["kind"], "sender">;

const SENTENCES: Readonly<Record<SetUp, (server: string) => string>> = {
  credentials: (server) => `Email is not sent: ${server} does not accept the user and password; set SMTP_URL.`,
  encryption: (server) =>
    `Email is not sent: ${server} requires an encrypted connection, which failed; set SMTP_URL or its certificate.`,
  unreachable: (server) => `Email is not sent: ${server} cannot be reached; set SMTP_URL or start the mail server.`,
  refused: (server) =>
    `Email is not sent: ${server} does not accept mail from this machine; set SMTP_URL or allow it there.`,
};

/** Answers about the sender's authentication, at any command (RFC 4954): they apply to all emails. */
const CREDENTIALS: ReadonlySet<number> = new Set([530, 534, 535, 538]);
const BROKEN_OFF: ReadonlySet<string> = new Set(["ECONNRESET", "EPIPE"]);

function wrongSetUp({
  code,
  originalCode = "",
  responseCode,
  command,
  message = "",
  ...found
}: SmtpError): SetUp | null {
  if (responseCode === 530 && /starttls/i.test(message)) return "encryption";
  if (responseCode === 538) return "encryption";
  if (responseCode !== undefined && CREDENTIALS.has(responseCode)) return "credentials";
  if (code === "EAUTH" || code === "ENOAUTH" || code === "EOAUTH2") return "credentials";
  if (code === "ETLS" || code === "EREQUIRETLS") return "encryption";
  if (code === "EDNS" || code === "EPROXY" || found.syscall === "connect") return "unreachable";
  if (code === "ETIMEDOUT" && (found.timeoutType ?? "SOCKET_TIMEOUT") !== "SOCKET_TIMEOUT") return "unreachable";
  // A socket error that is neither a disconnect nor a refusal is a TLS error, such as an invalid certificate.
  if (code === "ESOCKET") return originalCode === "" || BROKEN_OFF.has(originalCode) ? null : "encryption";
  const beforeMail = command === "CONN" || command === "EHLO" || command === "HELO" || command === "LHLO";
  return beforeMail && responseCode !== undefined && responseCode >= 500 ? "refused" : null;
}
