/** Where bytes are kept outside of the database. Keys are made of letters, digits, `/`, `.` and `-`. */
export type Files = {
  readonly put: (key: string, bytes: Uint8Array<ArrayBuffer>, type: string) => Promise<void>;
  /** Null: there is nothing under this key. */
  readonly get: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly remove: (key: string) => Promise<void>;
};

export class FilesError extends Error {
  override readonly name = "FilesError";
}

/** Keys never lead out of their folder. */
export function requireKey(key: string): string {
  if (!/^[\w-]+(\/[\w-]+)*(\.[\w-]+)?$/.test(key)) throw new FilesError(`“${key}” is no key of a file`);
  return key;
}
