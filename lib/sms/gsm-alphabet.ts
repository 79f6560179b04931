/** The alphabet of GSM-7 (3GPP TS 23.038), without its escape character. */
export const PLAIN: ReadonlySet<string> = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);

/** What it has behind the escape character, so each counts two. */
export const ESCAPED: ReadonlySet<string> = new Set("\f^{}\\[~]|€");
