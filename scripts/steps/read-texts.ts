import { parseAst } from "vitest/node";

/** A string literal, template or JSX text of a source file. */
export type SourceText = { readonly text: string; readonly line: number };

/** Literals that no person reads: module names, literal types, and tagged templates, which are SQL. */
const SKIPPED = new Set(["ImportDeclaration", "ExportAllDeclaration", "TSLiteralType", "TaggedTemplateExpression"]);

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

/** The texts of a source file with their lines, without comments, SQL and class names. */
export function readTexts(file: string, source: string): SourceText[] {
  const texts: SourceText[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isNode(value) || isSkipped(value)) return;
    const text = textOf(value);
    if (text !== null) texts.push({ text, line: source.slice(0, value.start).split("\n").length });
    for (const child of Object.values(value)) if (typeof child === "object") visit(child);
  };
  visit(parseAst(source, { lang: file.endsWith("x") ? "tsx" : "ts" }).body);
  return texts;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function isSkipped({ type, name }: Node): boolean {
  if (type === "JSXAttribute") return isNode(name) && name.name === "className";
  return SKIPPED.has(type);
}

function textOf({ type, value }: Node): string | null {
  if (typeof value === "string") return type === "Literal" || type === "JSXText" ? value : null;
  if (type !== "TemplateElement" || typeof value !== "object" || value === null || !("raw" in value)) return null;
  return typeof value.raw === "string" ? value.raw : null;
}
