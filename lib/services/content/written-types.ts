/** What is made of Liquid and HTML, and checked as such before it is published. */
export const writtenTypes: ReadonlySet<string> = new Set(["email", "layout", "snippet"]);
