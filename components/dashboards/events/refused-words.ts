import type { RefusedReason } from "#data";

/** A reason in words: what was wrong, and what to do about it at the sender. */
export const REASON_WORDS: Record<RefusedReason, { title: string; help: string }> = {
  invalid: {
    title: "Not a valid message",
    help: "The field is missing, too long or of the wrong type. The sender has to write it differently.",
  },
  no_person: {
    title: "Nobody named",
    help: "A message needs a userId or an anonymousId, and an alias the id that the person had before.",
  },
  reserved_name: {
    title: "Reserved name",
    help: "Names such as order.placed are taken with a secret key only, never from a web page.",
  },
  unstorable: {
    title: "Cannot be kept",
    help: "A number too large to keep, nesting deeper than 64 levels, or a key that is not allowed.",
  },
  not_stored: { title: "Refused by the database", help: "The server's log says why." },
  time_unreadable: {
    title: "Time not readable",
    help: "Stored with the time at which it arrived. Send ISO 8601, or seconds or milliseconds since 1970.",
  },
  time_ahead: {
    title: "Time in the future",
    help: "Stored as five minutes after it arrived. The sender's clock may be ahead: sentAt lets it be corrected.",
  },
  text_mended: {
    title: "Broken text",
    help: "Stored with � where characters were cut in half. The sender cuts text in the middle of an emoji.",
  },
};
