/** How long the canvas takes to move there, in milliseconds: 0 for people who prefer reduced motion. */
export function glide(duration: number): { duration: number } {
  return { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : duration };
}
