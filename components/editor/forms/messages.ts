type Issue = {
  code?: string | undefined;
  input?: unknown;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
};

/** Sentences for what a form refuses when its schema has none of its own. */
export function fieldMessage(issue: Issue): string | undefined {
  const isMissing = issue.input === undefined || issue.input === null || issue.input === "";
  if (isMissing) return "Fill this in";
  switch (issue.code) {
    case "too_small":
      return issue.origin === "array"
        ? "Add at least one"
        : issue.origin === "string"
          ? "Fill this in"
          : `At least ${issue.minimum}`;
    case "too_big":
      return issue.origin === "string" ? `At most ${issue.maximum} characters` : `At most ${issue.maximum}`;
    case "invalid_type":
      return "Not the right kind of value";
    case "invalid_union":
    case "invalid_value":
      return "Choose one of the list";
    default:
      return undefined;
  }
}

/** `is not a duration such as 30m` → `Is not a duration such as 30m`. */
export function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
