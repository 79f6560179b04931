export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Whether a key press is a combination such as `Mod+Shift+z`, `Shift+Alt+t`, `?` or `ArrowDown`. Mod is Ctrl, or Cmd. */
export function matches(press: KeyPress, combination: string): boolean {
  const parts = combination.split("+").filter((part) => part !== "");
  const key = combination.endsWith("+") ? "+" : (parts.at(-1) ?? "");
  const wants = (modifier: string) => parts.slice(0, key === "+" ? undefined : -1).includes(modifier);
  if (wants("Mod") !== (press.ctrlKey || press.metaKey) || wants("Alt") !== press.altKey) return false;
  const isLetter = /^[a-z]$/i.test(key);
  const hit = isLetter
    ? press.code === `Key${key.toUpperCase()}` || press.key.toLowerCase() === key.toLowerCase()
    : press.key === key;
  const ignoresShift = !isLetter && key.length === 1;
  return hit && (ignoresShift || wants("Shift") === press.shiftKey);
}

/** Whether typing belongs to a field, a menu or a dialog, so that single keys must not act on the canvas. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(
      "input, textarea, select, [role=combobox], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]",
    ) !== null
  );
}
