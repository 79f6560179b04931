import { cn } from "#ui/cn";

/** The mark: a way between two stops, in the shape of an S. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn("size-6", className)}>
      <rect width="32" height="32" rx="8" className="fill-primary" />
      <path
        d="M21.5 9.5h-7a3.25 3.25 0 0 0 0 6.5h3a3.25 3.25 0 0 1 0 6.5h-7"
        fill="none"
        strokeWidth="2.5"
        strokeLinecap="round"
        className="stroke-primary-foreground"
      />
      <circle cx="22.5" cy="9.5" r="2.75" className="fill-primary-foreground" />
      <circle cx="9.5" cy="22.5" r="2.75" className="fill-primary-foreground" />
    </svg>
  );
}
