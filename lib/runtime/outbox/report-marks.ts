import { rendersOf } from "#channels";
import { verpAddress } from "#feedback";
import type { ReportingService } from "#providers";
import type { Claimed } from "#store/deliveries";
import type { Provided } from "./load-providers.ts";

export type ReportMarks = { readonly headers: Readonly<Record<string, string>>; readonly envelopeFrom?: string };

/** The header by which each provider hands our id of a message back with its reports. */
const MARKS: Readonly<Record<ReportingService, (id: string) => Readonly<Record<string, string>>>> = {
  ses: (id) => ({ "X-SES-MESSAGE-TAGS": `sojourn=${id}` }),
  sendgrid: (id) => ({ "X-SMTPAPI": JSON.stringify({ unique_args: { sojourn: id } }) }),
  postmark: (id) => ({ "X-PM-Metadata-sojourn": id }),
  mailgun: (id) => ({ "X-Mailgun-Variables": JSON.stringify({ sojourn: id }) }),
  resend: () => ({}),
  sparkpost: (id) => ({ "X-MSYS-API": JSON.stringify({ metadata: { sojourn: id } }) }),
  smtp: () => ({}),
};

/** What a mail carries so that reports on it find it again; nothing where nobody reports. */
export function reportMarks({ id, workspaceId, channel }: Claimed, { reporting, secrets }: Provided): ReportMarks {
  const own = reporting.get(workspaceId);
  if (rendersOf(channel) !== "letter" || own === undefined) return { headers: {} };
  const marks = own.services.map((service) => MARKS[service](id));
  const headers = Object.assign({ "X-Sojourn-Delivery": id }, ...marks);
  return own.bounceAddress === null
    ? { headers }
    : { headers, envelopeFrom: verpAddress(secrets.feedback, own.bounceAddress, id) };
}
