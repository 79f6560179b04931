import type { ServerResponse } from "node:http";
import { HttpError, problemResponse } from "#http";

/**
 * Next answers a method that an address does not take with 405 and nothing else. Under /api a refusal is a problem document,
 * so the empty answer is filled as it is ended.
 */
export function explainWrongMethods(method: string, response: ServerResponse): void {
  const { end } = response;
  response.end = (...given: unknown[]) => {
    const isEmpty = response.statusCode === 405 && !response.headersSent && !response.hasHeader("content-type");
    if (!isEmpty) return Reflect.apply(end, response, given);
    const problem = problemResponse(
      new HttpError("method_not_allowed", `This address does not take the method ${method}.`),
    );
    for (const [name, value] of problem.headers) response.setHeader(name, value);
    void problem.text().then((text) => Reflect.apply(end, response, [text]));
    return response;
  };
}
