/** One thing the server refused, with the way to the field. */
export type FieldProblem = {
  pointer?: string;
  field?: string | null;
  nodeId?: string | null;
  edgeId?: string | null;
  message: string;
};

type ProblemBody = {
  title?: string;
  code?: string;
  detail?: string;
  errors?: FieldProblem[];
  requestId?: string;
  [extra: string]: unknown;
};

/** A refused or failed request (RFC 9457); `status` is 0 when the server could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldProblem[];
  readonly requestId: string | null;
  /** The whole answer, for members of single codes such as `currentRevision`. */
  readonly body: Record<string, unknown>;

  constructor(status: number, body: ProblemBody) {
    super(body.detail || body.title || "Something went wrong on the server.");
    this.name = "ApiProblem";
    this.status = status;
    this.code = body.code ?? "unknown";
    this.errors = body.errors ?? [];
    this.requestId = body.requestId ?? null;
    this.body = body;
  }
}

/** The sentence to show for anything a request may throw: the first field's message says more than the title. */
export function problemMessage(error: unknown): string {
  if (error instanceof ApiProblem) return error.errors[0]?.message ?? error.message;
  return error instanceof Error ? error.message : "Something went wrong.";
}

/** Dotted field name of a problem entry: `field`, else the JSON pointer without its slashes. */
export function fieldOf(problem: FieldProblem): string | null {
  if (problem.field) return problem.field;
  if (!problem.pointer) return null;
  return problem.pointer.replace(/^#?\//, "").split("/").join(".") || null;
}
