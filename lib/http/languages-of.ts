const MOST = 10;

/** The languages that a browser asks for, the best first. */
export function languagesOf(request: Request): string[] {
  const asked = (request.headers.get("accept-language") ?? "").slice(0, 500).split(",");
  return asked
    .map((part) => {
      const [tag = "", weight = ""] = part.trim().split(";");
      const given = /^q=([01](?:\.\d{1,3})?)$/.exec(weight.trim())?.[1];
      return { tag: tag.trim(), weight: given === undefined ? 1 : Number(given) };
    })
    .filter(({ tag, weight }) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST)
    .map(({ tag }) => tag);
}
