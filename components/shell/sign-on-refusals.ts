const WORDS: Readonly<Record<string, string>> = {
  expired: "The sign-in took too long, or began in another browser. Try again.",
  unverified: "The identity provider has not verified your email address, so Sojourn cannot tell that it is yours.",
  not_invited: "There is no account with your email address. Ask an owner to invite you.",
  has_login:
    "Your account signs in another way already. Sign in that way, then connect the identity provider under Settings, Account. If you cannot, ask the person who runs this installation.",
  unavailable: "The identity provider does not answer. Try again later, or sign in with a password.",
  connected_elsewhere: "This identity is connected with another account already.",
};

/** Why a sign-in by the identity provider was refused, in words. */
export const refusalWords = (refusal: string): string =>
  WORDS[refusal] ??
  "The identity provider did not sign you in. Try again, or ask the person who runs this installation.";
