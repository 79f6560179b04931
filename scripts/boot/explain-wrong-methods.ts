import type { ServerResponse } from "node:http";
import { HttpError, problemResponse } from "#http";

/**
 * Next answers a method that an address does not take with 405 and nothing else. Under /api a refusal is a problem document,
 * so the empty answer is filled. Its head may be written before it is ended: Next's compression does so.
 */
export function explainWrongMethods(method: string, response: ServerResponse): void {
  const { writeHead, end } = response;
  let problem: Response | null = null;
  const fillEmpty = (status: unknown) => {
    if (status !== 405 || response.headersSent || response.hasHeader("content-type")) return;
    const error = new HttpError("method_not_allowed", `This address does not take the method ${method}.`);
    problem = problemResponse(error);
    for (const [name, value] of problem.headers) response.setHeader(name, value);
  };
  response.writeHead = (...given: unknown[]) => {
    fillEmpty(given[0]);
    return Reflect.apply(writeHead, response, given);
  };
  response.end = (...given: unknown[]) => {
    fillEmpty(response.statusCode);
    if (problem === null) return Reflect.apply(end, response, given);
    void problem.text().then((text) => Reflect.apply(end, response, [text]));
    return response;
  };
}
