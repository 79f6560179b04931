export const PANEL_CLASSES =
  "flex w-[22.5rem] shrink-0 flex-col border-l bg-card outline-none max-md:fixed max-md:inset-0 max-md:z-40 max-md:w-full max-md:border-0";

/** Keeps the place of a panel whose code is on its way, so that the canvas has its size when it brings the step into view. */
export const PANEL_PLACE = <aside aria-busy className={PANEL_CLASSES} />;
