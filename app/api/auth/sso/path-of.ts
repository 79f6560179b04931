const HERE = "http://here.invalid";

/** Where to go on to after signing in: only a path of this site, read as browsers read it. */
export function pathOf(next: string | null): string {
  if (!next?.startsWith("/") || next.length > 2_000 || !URL.canParse(next, HERE)) return "/journeys";
  const { origin, pathname, search } = new URL(next, HERE);
  if (origin !== HERE || pathname.startsWith("//") || pathname.startsWith("/api/")) return "/journeys";
  return `${pathname}${search}`;
}
