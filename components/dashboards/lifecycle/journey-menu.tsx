"use client";
import { type MenuButtonProps, menuOnUse } from "#shell";
import { JourneyMenuButton } from "./journey-menu-button.tsx";
import type { JourneyMenuProps } from "./journey-menu-items.tsx";

/** The actions of a journey; `header` leaves out those with a button there. */
export const JourneyMenu = menuOnUse(
  async () => (await import("./journey-menu-items.tsx")).JourneyMenuItems,
  ({ journey, place: _place, ...props }: JourneyMenuProps & MenuButtonProps) => (
    <JourneyMenuButton journey={journey} {...props} />
  ),
);
