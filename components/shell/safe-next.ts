const HOME = "/journeys";
/** Stands for this site: what resolves to another origin leads elsewhere. */
const HERE = "http://here.invalid";

/**
 * Where to go after signing in: only a path of this site. It is read as the browser reads it, which drops tabs and line
 * breaks and takes backslashes for slashes, so `/\t/elsewhere.example` is another host.
 */
export function safeNext(next: string | null): string {
  if (!next?.startsWith("/") || !URL.canParse(next, HERE)) return HOME;
  const { origin, pathname, search, hash } = new URL(next, HERE);
  if (origin !== HERE || pathname.startsWith("//")) return HOME;
  return pathname.startsWith("/sign-in") || pathname.startsWith("/api/") ? HOME : `${pathname}${search}${hash}`;
}
