/** The looks of buttons: what all have, and what each variant and size adds. */
export const BUTTON =
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium text-ui transition-[background-color,color,border-color,box-shadow,transform] duration-150 active:translate-y-px disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg:not([class*='size-'])]:size-4 [&_svg]:pointer-events-none [&_svg]:shrink-0";

export const BUTTON_VARIANTS = {
  default: "bg-primary text-primary-foreground shadow-raised hover:bg-primary/90",
  secondary: "bg-secondary text-secondary-foreground hover:bg-secondary/70",
  outline: "border border-input bg-card text-foreground shadow-raised hover:bg-accent",
  ghost: "text-foreground hover:bg-accent",
  destructive: "bg-destructive text-destructive-foreground shadow-raised hover:bg-destructive/90",
  link: "h-auto! px-0! text-primary-ink underline-offset-4 hover:underline",
} as const;

export const BUTTON_SIZES = {
  default: "h-8 px-3",
  sm: "h-7 px-2.5 text-xs",
  lg: "h-10 px-4 text-sm",
  icon: "size-8",
  "icon-sm": "size-7",
} as const;
