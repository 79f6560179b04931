/** What NIST SP 800-63B-4 asks for: a password alone is longer than one beside a second factor. */
const SHORTEST = 15;
const SHORTEST_BESIDE_FACTOR = 8;
const LONGEST = 128;
/** A part that is repeated makes nothing longer. */
const LONGEST_UNIT = 8;
const PRODUCT = "sojourn";

export type PasswordOwner = {
  readonly email: string;
  readonly name: string;
  readonly hasSecondFactor: boolean;
};

/**
 * Why a password is not taken; `null`: it is. No letters of any kind are asked for, and none are refused. The list of
 * common and leaked passwords is here; nothing of a password leaves the machine.
 */
export async function passwordFault(password: string, owner: PasswordOwner): Promise<string | null> {
  const characters = [...password.normalize("NFKC")].length;
  const shortest = owner.hasSecondFactor ? SHORTEST_BESIDE_FACTOR : SHORTEST;
  if (characters < shortest)
    return owner.hasSecondFactor
      ? `At least ${shortest} characters`
      : `At least ${shortest} characters; ${SHORTEST_BESIDE_FACTOR} are enough beside a second factor. A few words in a row are easy to keep`;
  if (characters > LONGEST) return `At most ${LONGEST} characters`;
  const plain = password.normalize("NFKC").toLowerCase();
  const unit = unitOf(plain);
  if (unit.length < plain.length && unit.length <= LONGEST_UNIT) return "It repeats a few characters; take another one";
  if (isRun(plain)) return "It is a row of neighbours; take another one";
  if (isOwn(plain, owner)) return "It is made of your name, your address or the name of the product; take another one";
  if ((await commonPasswords()).has(plain)) return "It is on the list of common and leaked passwords; take another one";
  return null;
}

/** Whether a password is long enough only beside a second factor. */
export const isShortAlone = (password: string): boolean => [...password.normalize("NFKC")].length < SHORTEST;

/** The shortest part that the text is a repetition of. */
function unitOf(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, at);
}

/** Each character follows the one before in the alphabet, up or down: `abcdefghijklmno`, `987654321`. */
function isRun(text: string): boolean {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/** What others know of the owner, with at most a few characters around it. */
function isOwn(text: string, { email, name }: PasswordOwner): boolean {
  const known = [PRODUCT, name, email, email.split("@")[0] ?? "", ...email.split("@").slice(1)];
  const letters = (one: string) => one.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  const left = known
    .map(letters)
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ""), letters(text));
  return left.length < letters(text).length && left.length <= 4;
}

let common: Promise<ReadonlySet<string>> | undefined;

/** 49,000 passwords, loaded when the first one is chosen. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import("@zxcvbn-ts/language-common").then(({ dictionary }) => new Set(dictionary["passwords-common"]));
  return common;
}
