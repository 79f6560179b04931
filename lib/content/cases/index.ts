import { renderEmail, renderEmailHere } from "../render-email.ts";
import templates from "./templates.json" with { type: "json" };

/** The HTML of an email with these variables, and the expected output. */
export type TemplateCase = {
  readonly template: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly is: string;
};

export const templateCases: readonly TemplateCase[] = templates;

/** A template that may be rendered without a thread must give the same result both ways. */
export function answerTemplate({ template, variables = {} }: TemplateCase): string {
  const source = { subject: "", html: template, text: "-" };
  const { html, errors } = renderEmail(source, { ...variables });
  const here = renderEmailHere(source, { ...variables });
  if (here !== null && here.html !== html) return `in a thread ${html}, without one ${here.html}`;
  return errors[0]?.message ?? html;
}
