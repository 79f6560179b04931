import type { OddRequest } from "./make-request.ts";
import type { OddAnswer } from "./send-request.ts";

type Problem = {
  status?: unknown;
  title?: unknown;
  detail?: unknown;
  code?: unknown;
  errors?: unknown;
  requestId?: unknown;
};
type Finding = { pointer?: unknown; message?: unknown };

/** Longer than any of them may take, whatever is wrong with it. */
const SLOW_MS = 10_000;

/** What is wrong with an answer, or null: a fault of the server's own, a refusal that is no problem document, or one that names nothing. */
export function findFault(request: OddRequest, answer: OddAnswer): string | null {
  const { status, type, text, ms } = answer;
  if (status >= 500) return `answered ${status}: ${text.slice(0, 300)}`;
  if (ms > SLOW_MS) return `took ${Math.round(ms)} ms`;
  if (status < 400 || request.method === "HEAD" || !/^\/(api|v1)\//.test(request.path)) return null;
  if (isRpcError(request, answer)) return null;
  if (!type.startsWith("application/problem+json"))
    return `answered ${status} with ${type || "no type"}: ${text.slice(0, 200)}`;
  return faultOfProblem(JSON.parse(text) as Problem, status);
}

/** The Model Context Protocol answers in JSON-RPC what is no message of its own; keys and sizes are refused as elsewhere. */
function isRpcError({ path }: OddRequest, { type, text }: OddAnswer): boolean {
  if (!path.startsWith("/api/mcp") || !type.startsWith("application/json")) return false;
  const { jsonrpc, error } = JSON.parse(text) as { jsonrpc?: unknown; error?: { code?: unknown; message?: unknown } };
  return jsonrpc === "2.0" && typeof error?.code === "number" && typeof error.message === "string";
}

function faultOfProblem({ errors, ...problem }: Problem, status: number): string | null {
  if (problem.status !== status) return `says ${problem.status} in an answer with ${status}`;
  for (const member of ["title", "detail", "code", "requestId"] as const)
    if (typeof problem[member] !== "string" || problem[member] === "") return `${status} without ${member}`;
  if (!Array.isArray(errors)) return `${status} without errors`;
  if (status === 422 && errors.length === 0) return `422 that names nothing: ${problem.detail}`;
  const named = (errors as Finding[]).every(
    ({ pointer, message }) => typeof pointer === "string" && typeof message === "string" && message !== "",
  );
  return named ? null : `${status} with an error that names nothing: ${JSON.stringify(errors).slice(0, 300)}`;
}
