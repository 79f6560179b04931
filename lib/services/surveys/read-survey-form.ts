/** What the form of a survey says: an answer, or that its reader goes back. */
export type SurveyForm = {
  readonly question: string;
  readonly value: string | readonly string[];
  readonly back: string | null;
  readonly response: string | null;
};

/** Several boxes of one name are an answer of several options. */
export function readSurveyForm(form: FormData): SurveyForm {
  const textsOf = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const [question = ""] = textsOf("question");
  const [back = ""] = textsOf("back");
  const [response = ""] = textsOf("response");
  const answers = textsOf("answer");
  const value = answers.length > 1 || form.has("several") ? answers : (answers[0] ?? "");
  return { question, value, back: back || null, response: response || null };
}
