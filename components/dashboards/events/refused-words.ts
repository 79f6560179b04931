import type { RefusedReason } from "#data";
import { DEEPEST_JSON } from "#values";

/** A reason in words: what was wrong, and what to do about it at the sender. */
export const REASON_WORDS: Record<RefusedReason, { title: string; help: string }> = {
  invalid: {
    title: "Not a valid message",
    help: "The field is missing, too long or of the wrong type. The sender has to write it differently.",
  },
  no_person: {
    title: "No person given",
    help: "A message needs a userId or an anonymousId. An alias also needs the previous id of the person.",
  },
  reserved_name: {
    title: "Reserved name",
    help: "Names such as order.placed are accepted with a secret key only, never from a web page.",
  },
  unproved: {
    title: "User id without proof",
    help: "The site wants a userHash beside each user id, made by your backend with the site's secret. See Settings → Sites.",
  },
  unstorable: {
    title: "Cannot be stored",
    help: `A number that is too large, nesting deeper than ${DEEPEST_JSON} levels, or a key that is not allowed.`,
  },
  not_stored: { title: "Refused by the database", help: "The server's log says why." },
  time_unreadable: {
    title: "Time cannot be read",
    help: "Stored with the time of arrival. Send ISO 8601, or seconds or milliseconds since 1970.",
  },
  time_ahead: {
    title: "Time in the future",
    help: "Stored as five minutes after it arrived. The sender's clock may be ahead; send sentAt to correct it.",
  },
  unproved_stored: {
    title: "User id without proof",
    help: "Stored all the same, because the site only warns. With “required” it would be refused.",
  },
  text_mended: {
    title: "Broken text",
    help: "Stored with � in place of incomplete characters. The sender probably cuts text in the middle of an emoji.",
  },
};
