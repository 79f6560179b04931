/** An answer with a status or headers. */
export class Reply<Body> {
  readonly body: Body;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Values of `Set-Cookie`, each a header of its own. */
  readonly cookies: readonly string[];

  constructor(
    body: Body,
    options: { status?: number; headers?: Record<string, string>; cookies?: readonly string[] } = {},
  ) {
    this.body = body;
    this.status = options.status ?? null;
    this.headers = options.headers ?? {};
    this.cookies = options.cookies ?? [];
  }
}

/** The answer with an `ETag` of the object's revision. */
export function withRevision<Body>(body: Body, revision: number): Reply<Body> {
  return new Reply(body, { headers: { etag: `"${revision}"` } });
}

/** 204. */
export const noContent = (): Response => new Response(null, { status: 204 });
