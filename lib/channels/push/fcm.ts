import type { FcmSecrets, FcmSettings } from "#providers";
import { MINUTE_MS } from "#times";
import type { Message, PushDevice } from "../channel.ts";
import { at, callJson, type JsonAnswer, textAt } from "../providers/json-call.ts";
import { final, later, unanswered, waitOf, wrongSetUp } from "../providers/judge.ts";
import type { Caller } from "../webhook/call.ts";
import { readPrivateKey, signedToken } from "./jwt.ts";
import type { PushResult, PushTarget } from "./target.ts";

const SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
const HOUR_SECONDS = 3_600;
/** So many dead tokens without one that works are rather a wrong project than so many deleted apps. */
const SUSPICIOUS = 20;

export type FcmProvider = { readonly settings: FcmSettings; readonly secrets: FcmSecrets };

/** Push messages over Firebase's HTTP v1 interface, with a token of its own service account. */
export function fcmTarget(caller: Caller, { settings, secrets }: FcmProvider): PushTarget {
  const url = `${settings.baseUrl}/v1/projects/${encodeURIComponent(settings.projectId)}/messages:send`;
  const access = accessTokens(caller, { settings, secrets });
  let deadInARow = 0;

  async function send(message: Message, { token }: PushDevice): Promise<PushResult> {
    const first = await attempt(message, token);
    // The token may have been withdrawn before its time.
    const result = first === "unauthorized" ? await attempt(message, token) : first;
    if (result === "unauthorized") return wrongSetUp("credentials", "Firebase does not accept its service account.");
    if (result.status === "sent") deadInARow = 0;
    if (result.status !== "dead" || ++deadInARow <= SUSPICIOUS) return result;
    const text = `Firebase calls every device of ${settings.projectId} unknown; check the project of the service account.`;
    return wrongSetUp("refused", text);
  }

  async function attempt(message: Message, token: string): Promise<PushResult | "unauthorized"> {
    try {
      const granted = await access.get();
      if (typeof granted !== "string") return granted;
      const headers = { authorization: `Bearer ${granted}`, "content-type": "application/json" };
      const answer = await callJson(caller, {
        url,
        headers,
        body: JSON.stringify({ message: messageOf(message, token) }),
      });
      if (answer.status !== 401) return judge(answer);
      access.forget(granted);
      return "unauthorized";
    } catch (error) {
      return unanswered("Firebase", error);
    }
  }
  return { name: "Firebase", send, close: () => {} };
}

function messageOf({ subject, text, idempotencyKey }: Message, token: string) {
  return {
    token,
    notification: { ...(subject === "" ? {} : { title: subject }), body: text },
    // Values of `data` have to be texts.
    data: { id: idempotencyKey },
    android: { priority: "high" },
  };
}

type Tokens = {
  readonly get: () => Promise<string | Extract<PushResult, { status: "failed" }>>;
  readonly forget: (token: string) => void;
};

/** One access token for all messages, renewed a minute before it ends; concurrent messages wait for the same request. */
function accessTokens(caller: Caller, { settings, secrets }: FcmProvider): Tokens {
  let held: { readonly token: string; readonly until: number } | null = null;
  let asking: ReturnType<Tokens["get"]> | null = null;
  const ask: Tokens["get"] = async () => {
    const key = readPrivateKey(secrets.privateKey);
    if (key === null) return wrongSetUp("credentials", "The private key of the service account cannot be read.");
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: settings.clientEmail,
      scope: SCOPE,
      aud: settings.tokenUrl,
      iat: now,
      exp: now + HOUR_SECONDS,
    };
    const grant = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    const body = new URLSearchParams({ grant_type: grant, assertion: signedToken(key, {}, claims) }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await callJson(caller, { url: settings.tokenUrl, headers, body });
    const token = textAt(answer.body, "access_token");
    const seconds = Number(at(answer.body, "expires_in")) || HOUR_SECONDS;
    if (answer.status === 200 && token !== "") {
      held = { token, until: Date.now() + seconds * 1_000 - MINUTE_MS };
      return token;
    }
    const error = `Google gave no access token (${answer.status} ${textAt(answer.body, "error")}).`;
    return answer.status === 429 || answer.status >= 500 ? later(error, answer) : wrongSetUp("credentials", error);
  };
  return {
    get: async () => {
      if (held !== null && Date.now() < held.until) return held.token;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return await asking;
    },
    forget: (token) => {
      if (held?.token === token) held = null;
    },
  };
}

/** A 404 alone does not end a token: only one that says UNREGISTERED does. */
function judge(answer: JsonAnswer): PushResult {
  const { status, body } = answer;
  if (status === 200) return { status: "sent", providerId: textAt(body, "name") || null };
  const details = at(body, "error", "details");
  const codes = (Array.isArray(details) ? details : []).map((detail: unknown) => textAt(detail, "errorCode"));
  const code = codes.find((one) => one !== "") ?? textAt(body, "error", "status");
  const error = `Firebase answered ${status} ${code}: ${textAt(body, "error", "message")}`.trim();
  if (status === 404 && code === "UNREGISTERED") return { status: "dead", error };
  if (status === 404) return wrongSetUp("refused", error);
  if (status === 403) return code === "SENDER_ID_MISMATCH" ? final(error) : wrongSetUp("credentials", error);
  return status === 429 || status === 408 || status >= 500
    ? later(error, answer)
    : { ...final(error), ...waitOf(answer) };
}
