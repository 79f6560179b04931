import { findExpressionProblems } from "../problems/expressions.ts";

/** A text of an offer or flow that cannot be evaluated; `field` is its dotted path. */
export type TextFault = { readonly field: string; readonly message: string };

type Written = {
  readonly rules?: unknown;
  readonly expression?: string | null | undefined;
  readonly score?: string | null | undefined;
};

/** Everything that is wrong with the rules and expressions of an offer, or of a flow, whose score may read `offer`. */
export function checkDecisionText({ rules, expression, score }: Written, scoreReadsOffer: boolean): TextFault[] {
  const found = [
    ...findExpressionProblems(rules, { field: "rules", hasEvent: false }, "The rules"),
    ...findExpressionProblems({ expression }, { field: "", hasEvent: false }, "The expression"),
    ...findExpressionProblems(
      { expression: score },
      { field: "score", hasEvent: false, hasOffer: scoreReadsOffer },
      "The score",
    ),
  ];
  return found
    .filter(({ severity }) => severity === "error")
    .map(({ field, message }) => ({ field: pathOf(field ?? ""), message }));
}

/** `score.expression` and `.expression` are places inside the objects that the check builds. */
const pathOf = (field: string): string => {
  const path = field.replace(/^\./, "");
  return path === "score.expression" ? "score" : path;
};
