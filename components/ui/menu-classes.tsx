/** What dropdown menus, context menus and the command list share. */
export const menuContentClasses =
  "z-50 min-w-40 overflow-y-auto overflow-x-hidden rounded-lg border bg-popover p-1 text-popover-foreground shadow-floating data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 data-[state=open]:zoom-in-98";

export const menuItemClasses =
  "relative flex cursor-default select-none items-center gap-2 rounded-sm px-2 py-1.5 text-ui outline-none focus:bg-accent focus:text-accent-foreground data-[disabled]:pointer-events-none data-[disabled]:opacity-50 [&_svg:not([class*='size-'])]:size-4 [&_svg:not([class*='text-'])]:text-muted-foreground [&_svg]:shrink-0";

export const menuDangerClasses =
  "data-[variant=destructive]:text-destructive-ink data-[variant=destructive]:focus:bg-destructive-soft data-[variant=destructive]:focus:text-destructive-ink data-[variant=destructive]:[&_svg]:text-destructive-ink!";

/** Menus and lists open within the page's main part, so that they lie in a landmark; over a dialog, beside it. */
export function placeOfMenus(): HTMLElement | null {
  if (typeof document === "undefined" || document.querySelector("[role=dialog], [role=alertdialog]")) return null;
  return document.getElementById("main");
}
