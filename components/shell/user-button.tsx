import type { ComponentProps } from "react";

export type UserButtonProps = ComponentProps<"button"> & { name: string; email: string };

/** Who is signed in; opens the menu of the account. */
export function UserButton({ name, email, ...props }: UserButtonProps) {
  return (
    <button
      type="button"
      className="flex w-full items-center gap-2.5 rounded-md p-1.5 text-left transition-colors hover:bg-accent data-[state=open]:bg-accent"
      {...props}
    >
      <span
        aria-hidden
        className="grid size-7 shrink-0 place-items-center rounded-full bg-primary-soft font-semibold text-primary-ink text-xs uppercase"
      >
        {name.slice(0, 1)}
      </span>
      <span className="min-w-0 flex-1">
        <span className="sr-only">Account of </span>
        <span className="block truncate font-medium text-foreground text-ui leading-4">{name}</span>
        <span className="block truncate text-muted-foreground text-xs">{email}</span>
      </span>
    </button>
  );
}
