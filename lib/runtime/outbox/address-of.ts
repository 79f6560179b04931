import { recipientEmail, recipientPhone, type TemplatePerson } from "#content";

/** Where a person is reached. Push messages go to all devices of the person, so the person is the address. */
export function addressOf(channel: string, { id, externalId, traits }: TemplatePerson): string {
  if (channel === "push") return externalId ?? id;
  return channel === "sms" ? recipientPhone(traits) : recipientEmail(traits);
}
