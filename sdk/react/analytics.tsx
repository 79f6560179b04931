"use client";
import { createContext, type ReactNode, useContext, useState } from "react";
import { type Client, createClient, type Data, type Options } from "../browser/index.ts";

/** The events of an application and the properties of each; by default any. */
export type Events = Readonly<Record<string, Data | undefined>>;

/** The client with the events of the application. */
export type Analytics<Known extends Events = Events> = Omit<Client, "track"> & {
  readonly track: <Name extends keyof Known & string>(
    event: Name,
    ...properties: undefined extends Known[Name] ? [Known[Name]?] : [Known[Name]]
  ) => void;
};

const Context = createContext<Client | null>(null);

/** The site of a provider, for the hooks that ask for more than the client does. `client`: null on a server. */
type Site = {
  readonly client: Client | null;
  readonly key: string;
  readonly url: string;
  /** Calls back when somebody signs in or out by this client; returns a function that ends it. */
  readonly onPerson: (changed: () => void) => () => void;
};

export const SiteContext = createContext<Site | null>(null);

const sites = new Map<string, Site & { readonly client: Client }>();

/** One client a site, however often React renders: two would report every page view twice. */
function siteFor(options: Options): Site & { readonly client: Client } {
  const name = `${options.key} ${options.url ?? ""}`;
  const site = sites.get(name) ?? makeSite(options);
  sites.set(name, site);
  return site;
}

function makeSite(options: Options): Site & { readonly client: Client } {
  const own = createClient(options);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const changed of listeners) changed();
  };
  const client: Client = {
    ...own,
    identify(...values) {
      const before = JSON.stringify(own.who());
      own.identify(...values);
      if (before !== JSON.stringify(own.who())) tell();
    },
    reset() {
      own.reset();
      tell();
    },
  };
  const onPerson = (changed: () => void) => {
    listeners.add(changed);
    return () => void listeners.delete(changed);
  };
  return { client, key: options.key, url: options.url ?? window.location.origin, onPerson };
}

const nothing = () => {};
const never = () => new Promise<never>(nothing);
/** On a server there is no visitor, so nothing is reported. */
const ON_SERVER: Client = {
  ...{ track: nothing, identify: nothing, alias: nothing, group: nothing, page: nothing },
  ...{ reset: nothing, consent: nothing },
  ...{ enroll: never, progress: never, who: () => ({}), flush: async () => {} },
};

/** `siteKey` is the publishable key of the site: React keeps the name `key` for itself. */
export type ProviderProps = Omit<Options, "key"> & { readonly siteKey: string; readonly children?: ReactNode };

/** Gives everything inside it one client. */
export function SojournProvider({ siteKey, children, ...options }: ProviderProps) {
  const [site] = useState<Site>(() =>
    typeof window === "undefined"
      ? { client: null, key: siteKey, url: options.url ?? "", onPerson: () => nothing }
      : siteFor({ key: siteKey, ...options }),
  );
  return (
    <SiteContext.Provider value={site}>
      <Context.Provider value={site.client ?? ON_SERVER}>{children}</Context.Provider>
    </SiteContext.Provider>
  );
}

/** The client of the provider around this component; the same at every render. */
export function useAnalytics<Known extends Events = Events>(): Analytics<Known> {
  const client = useContext(Context);
  if (client === null) throw new Error("useAnalytics needs a SojournProvider around the component.");
  return client as Analytics<Known>;
}
