import { API_POLICY } from "./policies.ts";

/** `page`: HTML of the studio; `api`: whatever is no page; `file`: a static file, which may be a worker with that policy. */
export type AnswerKind = "page" | "api" | "file";

type Given = {
  readonly kind: AnswerKind;
  /** The studio's policy for this answer. */
  readonly policy: string;
  /** The policy that the answer has already, which stays. */
  readonly own: string | null;
  /** Whether people reach this installation by https. */
  readonly isSecure: boolean;
};

const YEAR_SECONDS = 31_536_000;

/** The headers that an answer has unless it says otherwise, by their names in small letters. */
export function defaultHeaders({ kind, policy, own, isSecure }: Given): Record<string, string> {
  const mayBeFramed = own?.includes("frame-ancestors 'self'") === true;
  const policies: Readonly<Record<AnswerKind, Record<string, string>>> = {
    page: { "content-security-policy": policy },
    api: { "content-security-policy": API_POLICY },
    file: {},
  };
  return {
    ...(own === null ? policies[kind] : {}),
    // A browser must not take an uploaded file or an answer for a script because of what is in it.
    "x-content-type-options": "nosniff",
    // For browsers that know no `frame-ancestors`.
    "x-frame-options": mayBeFramed ? "SAMEORIGIN" : "DENY",
    // Addresses of pages hold ids, and those of links tokens; other sites learn neither.
    "referrer-policy": "same-origin",
    // Nothing here asks for them, so nothing that gets in can.
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    // A page that opened the studio, or that the studio opened, gets no hold of its window. Browsers show a page in a
    // sandbox of its own policy not at all with it.
    ...(kind === "page" && own === null ? { "cross-origin-opener-policy": "same-origin" } : {}),
    // Only this host: others of the same domain may not be ready for it.
    ...(isSecure ? { "strict-transport-security": `max-age=${YEAR_SECONDS}` } : {}),
  };
}
