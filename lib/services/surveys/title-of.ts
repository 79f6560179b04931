/** A text as the people of the workspace read it: in the first language that it is written in, still with its Liquid. */
export const titleOf = (text: string | Readonly<Record<string, string>>): string =>
  typeof text === "string" ? text : (text.en ?? Object.values(text)[0] ?? "");
