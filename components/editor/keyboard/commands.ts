/** All keyboard commands: used by the key handler and by the sheet behind `?`. */
export type CommandId =
  | "undo"
  | "redo"
  | "save"
  | "test"
  | "selectAll"
  | "duplicate"
  | "remove"
  | "add"
  | "open"
  | "rename"
  | "back"
  | "tidy"
  | "zoomIn"
  | "zoomOut"
  | "zoomReset"
  | "zoomAll"
  | "zoomSelection"
  | "canvas"
  | "sheet";

export type Command = {
  id: CommandId;
  title: string;
  keys: readonly string[];
  group: "Edit" | "Steps" | "View";
  /** Also while a field has the focus. */
  whileTyping?: boolean;
  /** Not available in read-only views. */
  edits?: boolean;
};

export const commands: readonly Command[] = [
  { id: "undo", title: "Undo", keys: ["Mod+z"], group: "Edit", edits: true },
  { id: "redo", title: "Redo", keys: ["Mod+Shift+z", "Mod+y"], group: "Edit", edits: true },
  { id: "save", title: "Save now", keys: ["Mod+s"], group: "Edit", whileTyping: true, edits: true },
  { id: "test", title: "Test the draft", keys: ["Mod+Enter"], group: "Edit", whileTyping: true, edits: true },
  { id: "selectAll", title: "Select all steps", keys: ["Mod+a"], group: "Edit" },
  { id: "duplicate", title: "Duplicate", keys: ["Mod+d"], group: "Edit", edits: true },
  { id: "remove", title: "Delete", keys: ["Delete", "Backspace"], group: "Edit", edits: true },
  { id: "add", title: "Add a step", keys: ["n"], group: "Steps", edits: true },
  { id: "open", title: "Open the step", keys: ["Enter", " "], group: "Steps" },
  { id: "rename", title: "Rename the step", keys: ["F2"], group: "Steps", edits: true },
  { id: "back", title: "Close, then deselect", keys: ["Escape"], group: "Steps", whileTyping: true },
  { id: "tidy", title: "Tidy up", keys: ["Shift+Alt+t"], group: "View", edits: true },
  { id: "zoomIn", title: "Zoom in", keys: ["+", "="], group: "View" },
  { id: "zoomOut", title: "Zoom out", keys: ["-"], group: "View" },
  { id: "zoomReset", title: "Full size", keys: ["0"], group: "View" },
  { id: "zoomAll", title: "Show all", keys: ["1"], group: "View" },
  { id: "zoomSelection", title: "Zoom to selection", keys: ["2"], group: "View" },
  { id: "canvas", title: "Go to the canvas", keys: ["g"], group: "View" },
  { id: "sheet", title: "Keyboard shortcuts", keys: ["?"], group: "View" },
];

/** Keys that are not commands: clipboard keys of the browser, and arrows. */
export const otherKeys: readonly Pick<Command, "title" | "keys" | "group">[] = [
  { title: "Copy, cut, paste", keys: ["Mod+c", "Mod+x", "Mod+v"], group: "Edit" },
  { title: "Move between steps", keys: ["Arrows"], group: "Steps" },
  { title: "Extend selection", keys: ["Shift+Arrows"], group: "Steps" },
  { title: "Move the step", keys: ["Alt+Arrows"], group: "Steps" },
];
