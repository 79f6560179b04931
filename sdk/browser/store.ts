/** Text by key: in localStorage once it may be used, in memory until then and where the browser refuses it. */
export type Store = {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, value: string) => void;
  readonly remove: (key: string) => void;
  readonly keys: () => string[];
  /** Moves what is in memory to localStorage, or removes everything from both. */
  readonly persist: (allowed: boolean) => void;
};

export function openStore(win: Window, prefix: string): Store {
  const memory = new Map<string, string>();
  let durable = false;
  const local = (): Storage | null => {
    try {
      return win.localStorage;
    } catch {
      // A browser may refuse the storage itself, for example in a frame of another site.
      return null;
    }
  };
  const stored = (): string[] => {
    const storage = durable ? local() : null;
    const names = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? "");
    return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  };
  const store: Store = {
    get: (key) => memory.get(key) ?? (durable ? (local()?.getItem(prefix + key) ?? null) : null),
    set(key, value) {
      memory.set(key, value);
      try {
        if (!durable) return;
        local()?.setItem(prefix + key, value);
        if (local()) memory.delete(key);
      } catch {
        // It is full: what is in memory is sent, but does not survive the page.
      }
    },
    remove(key) {
      memory.delete(key);
      if (durable) local()?.removeItem(prefix + key);
    },
    keys: () => [...new Set([...memory.keys(), ...stored()])],
    persist(allowed) {
      durable = true;
      for (const key of allowed ? memory.keys() : store.keys()) {
        if (allowed) store.set(key, memory.get(key) ?? "");
        else store.remove(key);
      }
      durable = allowed;
    },
  };
  return store;
}
