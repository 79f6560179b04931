import { onTestFinished, vi } from "vitest";

/** The bodies that the page sends to an address from now on, such as `POST /api/keys`; the API answers as always. */
export function requestsTo(wanted: string): unknown[] {
  const bodies: unknown[] = [];
  const real = window.fetch;
  const spy = vi.spyOn(window, "fetch").mockImplementation((input, init) => {
    const path = new URL(String(input), location.href).pathname;
    if (`${init?.method ?? "GET"} ${path}` === wanted) bodies.push(JSON.parse(String(init?.body ?? "null")));
    return real(input, init);
  });
  onTestFinished(() => spy.mockRestore());
  return bodies;
}
