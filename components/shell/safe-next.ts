/** Where to go after signing in: only a path of this site, never another host. */
export function safeNext(next: string | null): string {
  if (!next?.startsWith("/") || next.startsWith("//") || next.includes("\\")) return "/journeys";
  return next.startsWith("/sign-in") || next.startsWith("/api/") ? "/journeys" : next;
}
