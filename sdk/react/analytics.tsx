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

const clients = new Map<string, Client>();

/** One client a site, however often React renders: two would report every page view twice. */
function clientFor(options: Options): Client {
  const name = `${options.key} ${options.url ?? ""}`;
  const client = clients.get(name) ?? createClient(options);
  clients.set(name, client);
  return client;
}

const nothing = () => {};
const never = () => new Promise<never>(nothing);
/** On a server there is no visitor, so nothing is reported. */
const ON_SERVER: Client = {
  ...{ track: nothing, identify: nothing, alias: nothing, page: nothing, reset: nothing, consent: nothing },
  ...{ enroll: never, progress: never, flush: async () => {} },
};

/** `siteKey` is the publishable key of the site: React keeps the name `key` for itself. */
export type ProviderProps = Omit<Options, "key"> & { readonly siteKey: string; readonly children?: ReactNode };

/** Gives everything inside it one client. */
export function SojournProvider({ siteKey, children, ...options }: ProviderProps) {
  const [client] = useState(() =>
    typeof window === "undefined" ? ON_SERVER : clientFor({ key: siteKey, ...options }),
  );
  return <Context.Provider value={client}>{children}</Context.Provider>;
}

/** The client of the provider around this component; the same at every render. */
export function useAnalytics<Known extends Events = Events>(): Analytics<Known> {
  const client = useContext(Context);
  if (client === null) throw new Error("useAnalytics needs a SojournProvider around the component.");
  return client as Analytics<Known>;
}
