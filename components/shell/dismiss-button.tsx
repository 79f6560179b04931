import { X } from "lucide-react";

/** The "x" at the end of a banner; afterwards the focus goes to the page's content. */
export function DismissButton({ onDismiss }: { onDismiss: () => void }) {
  return (
    <button
      type="button"
      aria-label="Dismiss"
      title="Dismiss"
      onClick={onDismiss}
      className="grid size-6 shrink-0 place-items-center rounded-md hover:bg-foreground/10"
    >
      <X className="size-3.5" aria-hidden />
    </button>
  );
}
