/** Every command of the editor: used by the keys, the context menus, Ctrl+K and the sheet behind `?`. */
export type CommandId =
  | "undo"
  | "redo"
  | "save"
  | "test"
  | "selectAll"
  | "duplicate"
  | "remove"
  | "add"
  | "addOnEdge"
  | "open"
  | "rename"
  | "replace"
  | "note"
  | "comment"
  | "group"
  | "disable"
  | "back"
  | "tidy"
  | "alignLeft"
  | "alignTop"
  | "spreadAcross"
  | "spreadDown"
  | "find"
  | "savePng"
  | "saveSvg"
  | "zoomIn"
  | "zoomOut"
  | "zoomReset"
  | "zoomAll"
  | "zoomSelection"
  | "canvas"
  | "sheet";

/** What a context menu was opened on. */
export type CommandPlace = "step" | "selection" | "edge" | "pane" | "annotation";

export type Command = {
  id: CommandId;
  title: string;
  /** Empty: the command has no key. */
  keys: readonly string[];
  group: "Edit" | "Steps" | "View";
  /** Also while a field has the focus. */
  whileTyping?: boolean;
  /** Not available in read-only views. */
  edits?: boolean;
  /** The context menus that show it. */
  on?: readonly CommandPlace[];
  /** Other words by which Ctrl+K finds it. */
  words?: string;
  /** Not in Ctrl+K: it acts on what has the focus. */
  isLocal?: boolean;
};

export const commands: readonly Command[] = [
  { id: "undo", title: "Undo", keys: ["Mod+z"], group: "Edit", edits: true },
  { id: "redo", title: "Redo", keys: ["Mod+Shift+z", "Mod+y"], group: "Edit", edits: true },
  { id: "save", title: "Save now", keys: ["Mod+s"], group: "Edit", whileTyping: true, edits: true },
  {
    id: "test",
    title: "Test the draft",
    keys: ["Mod+Enter"],
    group: "Edit",
    whileTyping: true,
    edits: true,
    words: "simulate run person forecast backtest",
  },
  {
    id: "open",
    title: "Open the step",
    keys: ["Enter", " "],
    group: "Steps",
    on: ["step", "annotation"],
    isLocal: true,
  },
  { id: "add", title: "Add a step", keys: ["n"], group: "Steps", edits: true, on: ["pane"], words: "new insert" },
  {
    id: "addOnEdge",
    title: "Add a step here",
    keys: [],
    group: "Steps",
    edits: true,
    on: ["edge"],
    isLocal: true,
  },
  { id: "rename", title: "Rename the step", keys: ["F2"], group: "Steps", edits: true, on: ["step"], words: "label" },
  { id: "replace", title: "Replace the step", keys: ["r"], group: "Steps", edits: true, on: ["step"], words: "swap" },
  {
    id: "disable",
    title: "Disable or enable",
    keys: ["d"],
    group: "Steps",
    edits: true,
    on: ["step", "selection"],
    words: "skip switch off on",
  },
  {
    id: "note",
    title: "Add a note",
    keys: ["Shift+s"],
    group: "Steps",
    edits: true,
    on: ["pane"],
    words: "sticky comment text annotation",
  },
  {
    id: "comment",
    title: "Comment",
    keys: ["c"],
    group: "Steps",
    on: ["step", "pane"],
    words: "comments discuss mention thread",
  },
  {
    id: "group",
    title: "Group the steps",
    keys: ["Mod+g"],
    group: "Steps",
    edits: true,
    on: ["step", "selection"],
    words: "frame section",
  },
  { id: "duplicate", title: "Duplicate", keys: ["Mod+d"], group: "Edit", edits: true, on: ["step", "selection"] },
  {
    id: "alignLeft",
    title: "Align in a column",
    keys: [],
    group: "Steps",
    edits: true,
    on: ["selection"],
    words: "left arrange",
  },
  {
    id: "alignTop",
    title: "Align in a row",
    keys: [],
    group: "Steps",
    edits: true,
    on: ["selection"],
    words: "top arrange",
  },
  {
    id: "spreadAcross",
    title: "Distribute across",
    keys: [],
    group: "Steps",
    edits: true,
    on: ["selection"],
    words: "spread horizontally",
  },
  {
    id: "spreadDown",
    title: "Distribute down",
    keys: [],
    group: "Steps",
    edits: true,
    on: ["selection"],
    words: "spread vertically",
  },
  {
    id: "remove",
    title: "Delete",
    keys: ["Delete", "Backspace"],
    group: "Edit",
    edits: true,
    on: ["step", "selection", "edge", "annotation"],
    isLocal: true,
  },
  { id: "selectAll", title: "Select all steps", keys: ["Mod+a"], group: "Edit", on: ["pane"] },
  {
    id: "back",
    title: "Close, then deselect",
    keys: ["Escape"],
    group: "Steps",
    whileTyping: true,
    isLocal: true,
  },
  { id: "find", title: "Find a step", keys: ["Mod+f"], group: "View", on: ["pane"], words: "search" },
  {
    id: "tidy",
    title: "Tidy up",
    keys: ["Shift+Alt+t"],
    group: "View",
    edits: true,
    on: ["pane"],
    words: "layout arrange clean",
  },
  {
    id: "savePng",
    title: "Save as a picture (PNG)",
    keys: [],
    group: "View",
    on: ["pane"],
    words: "export image download",
  },
  {
    id: "saveSvg",
    title: "Save as a picture (SVG)",
    keys: [],
    group: "View",
    on: ["pane"],
    words: "export image download vector",
  },
  { id: "zoomIn", title: "Zoom in", keys: ["+", "="], group: "View" },
  { id: "zoomOut", title: "Zoom out", keys: ["-"], group: "View" },
  { id: "zoomReset", title: "Full size", keys: ["0"], group: "View", words: "zoom 100" },
  { id: "zoomAll", title: "Show all", keys: ["1"], group: "View", on: ["pane"], words: "zoom fit" },
  { id: "zoomSelection", title: "Zoom to selection", keys: ["2"], group: "View", on: ["selection"] },
  { id: "canvas", title: "Go to the canvas", keys: ["g"], group: "View", words: "focus skip" },
  { id: "sheet", title: "Keyboard shortcuts", keys: ["?"], group: "View", on: ["pane"], words: "keys help" },
];

/** Keys that are not commands: clipboard keys of the browser, and arrows. */
export const otherKeys: readonly Pick<Command, "title" | "keys" | "group">[] = [
  { title: "Copy, cut, paste", keys: ["Mod+c", "Mod+x", "Mod+v"], group: "Edit" },
  { title: "Move between steps", keys: ["Arrows"], group: "Steps" },
  { title: "Extend selection", keys: ["Shift+Arrows"], group: "Steps" },
  { title: "Move the step", keys: ["Alt+Arrows"], group: "Steps" },
];

/** A key as it is printed: `Mod+d` becomes Ctrl+D. */
export function spellKeys(keys: string): string {
  return keys
    .replace("Mod", "Ctrl")
    .replace(/\+([a-z])$/, (_, letter: string) => `+${letter.toUpperCase()}`)
    .replace(/^[a-z]$/, (letter) => letter.toUpperCase());
}
