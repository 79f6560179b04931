declare global {
  /**
   * What a workspace has seen and made. `sojourn types` writes a file that fills it; without that file every name is
   * allowed.
   */
  interface SojournWorkspace {}
}

/** One part of what is known of the workspace. */
type Known<Part extends string> = SojournWorkspace extends { readonly [Name in Part]: infer Names } ? Names : never;

/** The known names as suggestions; only they are allowed once the file was written with `--strict`. */
type Open<Names extends string> = [Names] extends [never]
  ? string
  : SojournWorkspace extends { readonly strict: true }
    ? Names
    : Names | (string & {});

/** An event of the application may be written without `app.`. */
type Short<Name> = Name extends `app.${infer Own}` ? Own : never;

type Events = [Known<"events">] extends [never] ? Record<never, never> : Known<"events">;
type Seen = keyof Events & string;

export type EventName = Open<Seen | Short<Seen>>;
export type TraitName = Open<keyof Known<"traits"> & string>;
export type SegmentName = Open<Extract<Known<"segments">, string>>;
export type ContentName = Open<Extract<Known<"content">, string>>;
export type JourneyName = Open<Extract<Known<"journeys">, string>>;
export type FlowName = Open<Extract<Known<"decisionFlows">, string>>;

/** The events that an application tracks, by the name with or without `app.`. */
export type TrackName = Open<Extract<Seen, `app.${string}`> | Short<Seen>>;

/** The properties that an event was seen with; those of an event that was not seen may be anything. */
export type PropertiesOf<Name extends string> = Name extends keyof Events
  ? Events[Name]
  : `app.${Name}` extends keyof Events
    ? Events[`app.${Name}`]
    : Readonly<Record<string, unknown>>;

/** The traits that people were seen with, and any others. */
export type TraitsOfPerson = [Known<"traits">] extends [never]
  ? Readonly<Record<string, unknown>>
  : { readonly [Name in keyof Known<"traits">]?: Known<"traits">[Name] | null } & Readonly<Record<string, unknown>>;
