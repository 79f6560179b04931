/** The codes of the API that were called otherwise before. */
const FORMER: Readonly<Record<string, string>> = { signals_waiting: "mail_waiting" };

/** The former code, to be printed beside the present one for clients that still look for it; no field where there is none. */
export function withFormerCode<Code extends string>(code: Code): { code: Code; formerCode?: string } {
  const formerCode = FORMER[code];
  return formerCode === undefined ? { code } : { code, formerCode };
}
