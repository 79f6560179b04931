/** A reason to refuse a canvas: its structure is broken, and nothing is stored. `pointer` is a JSON pointer into the input. */
export type StructureProblem = {
  readonly pointer: string;
  readonly path: readonly (string | number)[];
  readonly field: string;
  readonly nodeId: string | null;
  readonly edgeId: string | null;
  readonly message: string;
};

/** Makes a structure problem; `path` leads from the root of the input to the field. */
export function structureProblem(
  path: readonly (string | number)[],
  message: string,
  ids: { readonly nodeId?: string | null | undefined; readonly edgeId?: string | null | undefined } = {},
): StructureProblem {
  const pointer = path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  return { pointer, path, field: path.join("."), nodeId: ids.nodeId ?? null, edgeId: ids.edgeId ?? null, message };
}
