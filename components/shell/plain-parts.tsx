import { type ComponentProps, type ReactNode, useId } from "react";
import { BUTTON, BUTTON_SIZES, BUTTON_VARIANTS } from "#ui/button-classes";
import { controlClasses } from "#ui/control-classes";

/*
 * What pages outside of the studio consist of. They look like the parts of `#ui`, without their variants and the merging
 * of class names, so that somebody who signs in does not wait for it (decision 0125).
 */

const BUTTON_CLASSES = `${BUTTON} ${BUTTON_VARIANTS.default} ${BUTTON_SIZES.lg}`;

/** The one large button; `busy` refuses further clicks. */
export function PlainButton({ busy, children, ...props }: ComponentProps<"button"> & { busy: boolean }) {
  return (
    <button className={BUTTON_CLASSES} disabled={busy} aria-busy={busy || undefined} {...props}>
      {busy ? (
        <span aria-hidden className="size-4 animate-spin rounded-full border-2 border-current border-r-transparent" />
      ) : null}
      {children}
    </button>
  );
}

/** What was refused; announced immediately. */
export function PlainNotice({ children }: { children: ReactNode }) {
  return (
    <div
      role="alert"
      className="flex items-start gap-2 rounded-md bg-destructive-soft px-3 py-2 text-destructive-ink text-ui leading-5"
    >
      <svg viewBox="0 0 24 24" className="mt-0.5 size-4 shrink-0 fill-none stroke-2 stroke-current" aria-hidden="true">
        <circle cx="12" cy="12" r="10" />
        <path d="M12 8v4M12 16h.01" strokeLinecap="round" />
      </svg>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

type PlainFieldProps = ComponentProps<"input"> & { label: string; error: string | null };

/** A line to type into, with its label and what is wrong with it. */
export function PlainField({ label, error, ...props }: PlainFieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="flex select-none items-center gap-1.5 font-medium text-foreground text-ui">
        {label}
      </label>
      <input
        id={id}
        className={`${controlClasses} h-9`}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        {...props}
      />
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-destructive-ink text-xs">
          {error}
        </p>
      ) : null}
    </div>
  );
}
