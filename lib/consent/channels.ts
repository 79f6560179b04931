/** The channels on which a message leaves for an address of a person. Calls to endpoints and in-page content do not. */
export const CONSENT_CHANNELS = ["email", "sms", "push"] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];

export const isConsentChannel = (channel: string): channel is ConsentChannel =>
  CONSENT_CHANNELS.some((one) => one === channel);

/** What an address is read from. */
export type Addressee = {
  readonly id: string;
  readonly externalId: string | null;
  readonly traits: Readonly<Record<string, unknown>>;
};

/** The addresses of one channel; every part is required. */
export type AddressKind = {
  /** Where a person is reached; empty: nowhere. */
  readonly addressOf: (person: Addressee) => string;
  /** A message goes to every device of the person; suppressions know the tokens of devices. */
  readonly toDevices: boolean;
  /** Whom a message goes to, inside a sentence. */
  readonly goesTo: string;
  /** Why a person is reached nowhere, as a sentence. */
  readonly missing: string;
  /** An address as suppressions know it. */
  readonly known: (address: string) => string;
};

/** The addresses of every channel; the compiler reports a channel without an entry. */
export const addressKinds: Readonly<Record<ConsentChannel, AddressKind>> = {
  email: {
    addressOf: ({ traits }) => text(traits.email),
    toDevices: false,
    goesTo: "the trait “email”",
    missing: "The person has no email address (trait “email”).",
    known: (address) => address.trim().toLowerCase(),
  },
  sms: {
    addressOf: ({ traits }) => (typeof traits.phone === "number" ? String(traits.phone) : text(traits.phone)),
    toDevices: false,
    goesTo: "the trait “phone”",
    missing: "The person has no phone number (trait “phone”).",
    known: (address) =>
      address
        .trim()
        .replaceAll(/[\s().\-/]/g, "")
        .replace(/^00/, "+"),
  },
  push: {
    // The person stands for all devices.
    addressOf: ({ id, externalId }) => externalId ?? id,
    toDevices: true,
    goesTo: "all devices of the person",
    missing: "The person has no device that receives push messages.",
    known: (address) => address.trim(),
  },
};

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** An address as suppressions know it, so that one address is one entry however it is written. */
export const knownAddress = (channel: ConsentChannel, address: string): string => addressKinds[channel].known(address);

export const goesToDevices = (channel: string): boolean => isConsentChannel(channel) && addressKinds[channel].toDevices;

/** Where a person is reached on a channel; empty: nowhere, or messages of the channel leave for no address. */
export const addressOn = (channel: string, person: Addressee): string =>
  isConsentChannel(channel) ? addressKinds[channel].addressOf(person) : "";
