/** The look of everything that is typed into. */
export const controlClasses =
  "w-full min-w-0 rounded-md border border-input bg-card px-2.5 text-ui text-foreground shadow-raised transition-[border-color,box-shadow] placeholder:text-muted-foreground focus-visible:border-ring focus-visible:outline-none focus-visible:ring-3 focus-visible:ring-ring/25 disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-destructive aria-invalid:ring-destructive/20 max-sm:text-base";
