/** Programs that load pictures or follow links before anybody looks. */
const MACHINES =
  /bot\b|crawl|spider|barracuda|proofpoint|mimecast|safelinks|urldefense|fireeye|symantec|trendmicro|ironport|forcepoint|zscaler|curl\/|wget|python-|headless|go-http-client|java\//i;

/** Apple's mail program loads pictures through a proxy that says only this. */
const APPLE_PROXY = "Mozilla/5.0";

/** Nobody reads a mail this soon after it was sent. */
const TOO_SOON_MS = 2_000;

/**
 * Whether an open or a click was rather a program's than a person's: by what it says it is, or because it came at once.
 * Google's proxy is left to people: it loads pictures when a mail is opened.
 */
export function isMachine(userAgent: string, sinceSentMs: number | null): boolean {
  const agent = userAgent.trim();
  if (sinceSentMs !== null && sinceSentMs < TOO_SOON_MS) return true;
  return agent === "" || agent === APPLE_PROXY || MACHINES.test(agent);
}
