/** The current entry of the history changes with every route; older browsers only have the calls that change it. */
type Navigation = { addEventListener: (type: "currententrychange", listener: () => void) => void };

/** Calls back when the address changes without a new page, once per address; a change of the hash alone is none. */
export function watchRoutes(win: Window, changed: () => void): void {
  const placeOf = () => win.location.href.split("#")[0];
  let place = placeOf();
  // The page sets its title after the address.
  const check = () => {
    win.setTimeout(() => {
      if (place === placeOf()) return;
      place = placeOf();
      changed();
    }, 0);
  };
  const { navigation } = win as Window & { navigation?: Navigation };
  if (navigation) {
    navigation.addEventListener("currententrychange", check);
    return;
  }
  for (const name of ["pushState", "replaceState"] as const) {
    const own = win.history[name];
    win.history[name] = function (...values: Parameters<typeof own>) {
      own.apply(this, values);
      check();
    };
  }
  win.addEventListener("popstate", check);
}
