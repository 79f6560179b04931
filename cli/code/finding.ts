/** One thing wrong with a file: the file, with the place in it behind a #. */
export type Finding = { readonly pointer: string; readonly message: string };

/** A place in a file. */
export const placeIn = (file: string, pointer: string): string => (pointer === "" ? file : `${file}#${pointer}`);
