import { HttpError, problemResponse } from "#http";

export type Headers = Record<string, string>;

export const wrongMethod = (method: "GET" | "POST" | "PUT"): HttpError =>
  new HttpError("method_not_allowed", `Send a ${method} request.`, [], { allow: `${method}, OPTIONS` });

/** The answer to a request that failed, with the headers of its allowance. */
export function refuse(error: unknown, headers: Headers = {}): Response {
  const response = problemResponse(error);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
