/** The workspace that a signed-in member has chosen. */
export const WORKSPACE_COOKIE = "sojourn_workspace";

/** The value of one cookie of a request, or `null`. */
export function cookieOf(headers: Headers, name: string): string | null {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value) return safelyDecoded(value);
  }
  return null;
}

/** The `Set-Cookie` that remembers the chosen workspace for a year. */
export function workspaceCookie(workspaceId: string, secure: boolean): string {
  const flags = `Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
  return `${WORKSPACE_COOKIE}=${encodeURIComponent(workspaceId)}; ${flags}`;
}

function safelyDecoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
