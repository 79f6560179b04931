import {
  type RawCall,
  type Report,
  readBounceMail,
  readMailgun,
  readPostmark,
  readResend,
  readSendgrid,
  readSparkpost,
  readTwilio,
  type Verdict,
} from "#feedback";
import type { SmsKeyword } from "#sms";
import type { Source } from "./find-source.ts";
import { type OutgoingFetch, readSesCall } from "./read-ses-call.ts";

/** What a genuine call says. */
export type Heard = {
  readonly reports: readonly Report[];
  readonly once: { readonly token: string; readonly body: string } | null;
  readonly wish: { readonly from: string; readonly keyword: SmsKeyword } | null;
};

/** Checks that a call is its provider's, before anything of it is parsed for its meaning; a text says why it is not. */
export async function readCall(source: Source, call: RawCall, fetchText: OutgoingFetch): Promise<Heard | string> {
  const { secrets, verpSecret } = source;
  const key = typeof secrets.signingKey === "string" ? secrets.signingKey : "";
  switch (source.source) {
    case "ses":
      return await readSesCall(source, call, fetchText);
    case "twilio":
      return heardFromTwilio(call, typeof secrets.secret === "string" ? secrets.secret : "");
    case "sendgrid":
      return heard(key === "" ? NO_KEY : readSendgrid(call, key));
    case "mailgun":
      return heard(key === "" ? NO_KEY : readMailgun(call, key));
    case "resend":
      return heard(key === "" ? NO_KEY : readResend(call, key));
    case "postmark":
      return heard(readPostmark(call));
    case "sparkpost":
      return heard(readSparkpost(call));
    case "smtp":
      return heard(await readBounceMail(call.body, verpSecret));
  }
}

const UNREADABLE = "The key of this webhook cannot be read; it has to be entered again.";
const NO_KEY: Verdict = { ok: false, fault: UNREADABLE };

const heard = (verdict: Verdict): Heard | string =>
  verdict.ok ? { reports: verdict.reports, once: verdict.once ?? null, wish: null } : verdict.fault;

function heardFromTwilio(call: RawCall, authToken: string): Heard | string {
  if (authToken === "") return UNREADABLE;
  const verdict = readTwilio(call, authToken);
  return verdict.ok ? { reports: verdict.reports, once: null, wish: verdict.wish } : verdict.fault;
}
