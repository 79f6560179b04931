/** The address of a server without slashes at its end. Throws `TypeError` for what is none. */
export function readUrl(url: string | undefined): string {
  if (!url) throw new TypeError("`url` is needed, or SOJOURN_URL in the environment.");
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new TypeError(`\`url\` is an http or https address, not ${JSON.stringify(url)}.`);
  return url.replace(/\/+$/, "");
}
