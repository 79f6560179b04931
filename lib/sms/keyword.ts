/** What somebody asks for with a text message of one word. */
export type SmsKeyword = "stop" | "start" | "help";

/** The words that operators and Twilio know, and their like in the languages of our texts. */
const WORDS: Readonly<Record<SmsKeyword, ReadonlySet<string>>> = {
  stop: new Set([
    "STOP",
    "STOPALL",
    "STOP ALL",
    "UNSUBSCRIBE",
    "CANCEL",
    "END",
    "QUIT",
    "REVOKE",
    "OPTOUT",
    "OPT OUT",
    "ARRET",
    "ARRÊT",
    "ABMELDEN",
    "STOPP",
    "BAJA",
    "PARAR",
  ]),
  start: new Set(["START", "UNSTOP", "YES", "SUBSCRIBE", "OPTIN", "OPT IN"]),
  help: new Set(["HELP", "INFO", "AIDE", "HILFE", "AYUDA"]),
};

/**
 * The wish that a whole message says; `null` = it is an ordinary message. A sentence that only holds such a word is no
 * wish: “Don’t stop!” stops nothing.
 */
export function keywordOf(text: string): SmsKeyword | null {
  const word = text
    .normalize("NFC")
    .trim()
    .replace(/[.!"'“”]+$|^["'“”]+/g, "")
    .replaceAll(/[\s-]+/g, " ")
    .toUpperCase();
  const found = (["stop", "start", "help"] as const).find((keyword) => WORDS[keyword].has(word));
  return found ?? null;
}
