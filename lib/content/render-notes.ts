import type { Context } from "liquidjs";

/** Values for which a rendering printed nothing: empty variables, and calculations that did not result in a number. */
export type RenderNotes = { readonly empty: readonly string[]; readonly notFinite: readonly string[] };

export const NO_NOTES: RenderNotes = { empty: [], notFinite: [] };

const KEY = "sojourn:notes";
const MOST = 20;
const LONGEST = 120;

class Gathered {
  readonly empty = new Set<string>();
  readonly notFinite = new Set<string>();
}

const gathered = (context: Context): Gathered =>
  context.getRegister<Gathered | undefined>(KEY) ?? context.setRegister(KEY, new Gathered());

function add(names: Set<string>, name: string): void {
  if (names.size < MOST) names.add(name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name);
}

export function noteEmpty(context: Context, name: string): void {
  add(gathered(context).empty, name);
}

export function noteNotFinite(context: Context, name: string): void {
  add(gathered(context).notFinite, name);
}

export function notesOf(context: Context): RenderNotes {
  const notes = context.getRegister<Gathered | undefined>(KEY);
  return notes === undefined ? NO_NOTES : { empty: [...notes.empty], notFinite: [...notes.notFinite] };
}

/** The same for all parts of one message, each name once. */
export function allNotes(parts: readonly RenderNotes[]): RenderNotes {
  const once = (names: readonly string[]) => (names.length === 0 ? names : [...new Set(names)].slice(0, MOST));
  return {
    empty: once(parts.flatMap(({ empty }) => empty)),
    notFinite: once(parts.flatMap(({ notFinite }) => notFinite)),
  };
}
