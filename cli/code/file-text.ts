import { Document, parseDocument } from "yaml";
import { editYaml, nodeOf, YAML } from "./edit-yaml.ts";
import type { Finding } from "./finding.ts";
import { changedSource } from "./typescript/own-form.ts";
import { sourceOf } from "./typescript/write-source.ts";

export const FORMATS = ["json", "yaml", "ts"] as const;
export type Format = (typeof FORMATS)[number];

type Parsed = { readonly value: unknown } | { readonly finding: Finding };

/** Reads JSON, or YAML 1.2 where the file's name says so; what cannot be read is named. */
export function parseText(file: string, text: string): Parsed {
  const plain = text.replace(/^\uFEFF/, "");
  try {
    return { value: /\.ya?ml$/i.test(file) ? parseYaml(plain) : JSON.parse(plain) };
  } catch (error) {
    const kind = /\.ya?ml$/i.test(file) ? "YAML" : "JSON";
    const [reason] = (error as Error).message.split("\n");
    return { finding: { pointer: file, message: `is not valid ${kind}: ${reason}` } };
  }
}

function parseYaml(text: string): unknown {
  // The directive would turn words such as `on` into booleans.
  if (/^%YAML\s+1\.1/m.test(text)) throw new Error("the directive %YAML 1.1 is not read; files are YAML 1.2");
  const document = parseDocument(text, YAML);
  const [error] = document.errors;
  if (error) throw error;
  return document.toJS({ maxAliasCount: 100 });
}

/** How a journey is to be written: its key, and the path from its file to the JSON schema for editors. */
export type Written = { readonly key: string; readonly schema: string | null };

type Native = Readonly<Record<string, unknown>>;

/** A journey as the text of a file. */
export function fileText(format: Format, native: Native, { key, schema }: Written): string {
  if (format === "ts") return sourceOf(key, native);
  if (format === "yaml") return `${schema === null ? "" : schemaLine(schema)}${yamlText(native)}`;
  const value = schema === null ? native : { $schema: schema, ...native };
  return `${JSON.stringify(value, null, 2)}\n`;
}

const schemaLine = (schema: string): string => `# yaml-language-server: $schema=${schema}\n`;

/**
 * The text of a file that is there, with another journey: YAML is edited in place, TypeScript written again below its
 * first comments. `isWhole`: no comment is lost.
 */
export function changedText(
  format: Format,
  old: string,
  native: Native,
  { key, schema }: Written,
): { readonly text: string; readonly isWhole: boolean } {
  const plain = old.replace(/^\uFEFF/, "");
  if (format === "json") return { text: fileText(format, native, { key, schema }), isWhole: true };
  if (format === "ts") return changedSource(plain, key, native);
  const head = /^(?:[^\S\n]*(?:#[^\n]*)?\n)*/.exec(plain)?.[0] ?? "";
  const line = schema === null || plain.includes("yaml-language-server:") ? "" : schemaLine(schema);
  const edited = editYaml(plain, native);
  if (edited !== null) return { text: `${line}${edited}`, isWhole: true };
  const isWhole = !/(?:^|\s)#/m.test(plain.slice(head.length));
  return { text: `${line}${head}${yamlText(native)}`, isWhole };
}

/** YAML that readers of version 1.1 understand alike: they would make true of `on`, 750 of `12:30`, and dates of texts. */
function yamlText(value: unknown): string {
  const document = new Document(null, { version: "1.2" });
  document.contents = nodeOf(document, value);
  return document.toString({ lineWidth: 0 });
}
