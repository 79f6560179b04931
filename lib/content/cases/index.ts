import { renderEmail } from "../index.ts";
import templates from "./templates.json" with { type: "json" };

/** The HTML of an e-mail with these variables, and what is written for it. */
export type TemplateCase = {
  readonly template: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly is: string;
};

export const templateCases: readonly TemplateCase[] = templates;

export async function answerTemplate({ template, variables = {} }: TemplateCase): Promise<string> {
  const { html, errors } = await renderEmail({ subject: "", html: template, text: "-" }, { ...variables });
  return errors[0]?.message ?? html;
}
