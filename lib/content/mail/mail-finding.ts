/** What is wrong with a part of a mail, with the JSON pointer of the part; `line` counts from 1. */
export type MailFinding = {
  readonly pointer: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly line: number | null;
};
