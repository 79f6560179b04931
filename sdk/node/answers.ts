import { SojournProblem, SojournUnreachable } from "./errors.ts";
import { retryAfter, unreachable } from "./send-batch.ts";
import type { ProblemDocument } from "./types/api.ts";

type Result<Data> =
  | { readonly data?: Data; readonly error?: undefined; readonly response: Response }
  | { readonly data?: undefined; readonly error: unknown; readonly response: Response };

/** What the API answered. Throws `SojournProblem` where it refused. */
export function answerOf<Data>({ data, error, response }: Result<Data>): Data {
  // An answer without a body has no `error`, so the status decides.
  if (response.ok) return data as Data;
  const problem = typeof error === "object" && error !== null ? (error as Partial<ProblemDocument>) : {};
  const isLater = response.status === 429 || response.status >= 500;
  throw new SojournProblem(response.status, problem, isLater ? retryAfter(response.headers, Date.now()) : null);
}

/** `fetch` that says plainly when the server is away, or when something else is at its address. */
export function checkAnswers(url: string, ask: typeof fetch): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await ask(request).catch((error: unknown) => {
      if (request.signal.aborted) throw error;
      throw new SojournUnreachable(unreachable(url, error), { cause: error });
    });
    const type = response.headers.get("content-type") ?? "";
    if (/\b(nd)?json\b|event-stream/.test(type) || response.status === 204) return response;
    throw notSojourn(url, response.status, type);
  };
}

export const notSojourn = (url: string, status: number, type: string): SojournUnreachable =>
  new SojournUnreachable(`What answers at ${url} is not Sojourn: status ${status}, ${type || "no type"}.`);
