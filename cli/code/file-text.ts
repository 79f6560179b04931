import { Document, isScalar, parseDocument, Scalar, visit } from "yaml";
import type { Finding } from "./finding.ts";
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
  const document = parseDocument(text, { version: "1.2", schema: "core", logLevel: "silent" });
  const [error] = document.errors;
  if (error) throw error;
  return document.toJS({ maxAliasCount: 100 });
}

/** How a journey is to be written: its key, and the path from its file to the JSON schema for editors. */
export type Written = { readonly key: string; readonly schema: string | null };

/** A journey as the text of a file. */
export function fileText(format: Format, native: Readonly<Record<string, unknown>>, { key, schema }: Written): string {
  if (format === "ts") return sourceOf(key, native);
  if (format === "yaml")
    return `${schema === null ? "" : `# yaml-language-server: $schema=${schema}\n`}${yamlText(native)}`;
  const value = schema === null ? native : { $schema: schema, ...native };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** YAML that readers of version 1.1 understand alike: they would make true of `on`, 750 of `12:30`, and dates of texts. */
function yamlText(value: unknown): string {
  const document = new Document(value, { version: "1.2", aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (isScalar(node) && typeof node.value === "string" && !node.value.includes("\n") && !isPlainText(node.value))
        node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Texts that no reader takes for something else. */
const isPlainText = (text: string): boolean =>
  /^[A-Za-z_][\w ./-]*$/.test(text) && !/ $/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);
