import { sourceOf } from "./write-source.ts";

/** Comments and empty lines at the beginning of a file. */
const HEAD = /^(?:[^\S\n]*(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[\s\S])*\*\/)?[^\S\n]*\n)*/;
/** A comment on a line of its own, or behind what a line of ours ends with; texts have their line breaks written as \n. */
const COMMENT = /(?:^|[,;[({])[^\S\n]*\/[/*]/m;

type Native = Readonly<Record<string, unknown>>;

/** The comments above a file's code, and the code. */
function splitSource(text: string): { readonly head: string; readonly code: string } {
  const head = HEAD.exec(text)?.[0] ?? "";
  return { head, code: text.slice(head.length) };
}

/** The first line in which a file is not as `pull` would write its journey; null = it is so whole, but for comments above. */
export function firstOwnLine(text: string, key: string, native: Native): number | null {
  const { head, code } = splitSource(text.replaceAll("\r\n", "\n"));
  const [written, expected] = [code.trimEnd().split("\n"), sourceOf(key, native).trimEnd().split("\n")];
  const index = written.findIndex((line, at) => line !== expected[at]);
  if (index < 0 && written.length >= expected.length) return null;
  return head.split("\n").length + (index < 0 ? written.length : index);
}

/** The source of another journey, below the comments of a file. */
export function changedSource(text: string, key: string, native: Native): { text: string; isWhole: boolean } {
  const { head, code } = splitSource(text);
  return { text: `${head}${sourceOf(key, native)}`, isWhole: !COMMENT.test(code) };
}
