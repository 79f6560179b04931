/** How long the canvas takes to move there, in milliseconds: not at all for people who asked for less motion. */
export function glide(duration: number): { duration: number } {
  return { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : duration };
}
