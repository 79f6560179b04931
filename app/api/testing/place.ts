import { eq } from "drizzle-orm";
import { schema } from "#store";
import { type ApiFixture, apiFixture } from "./api-fixture.ts";
import { signSessionFor } from "./members.ts";
import { settle, track } from "./walk.ts";

export type PlaceJourney = {
  readonly id: number;
  readonly placeId: number;
  readonly userId: number | null;
  readonly name: string;
  readonly description: string | null;
  readonly triggerEvent: string;
  readonly machineConfig: unknown;
  readonly active: boolean;
  readonly created: number;
  readonly updated: number;
};

export type Place = ApiFixture & {
  readonly placeId: number;
  readonly path: string;
  /** One journey of an answer. */
  readonly ask: (request: string, body?: unknown) => Promise<PlaceJourney>;
  readonly message: (number: number, type: "email" | "sms" | "push") => Promise<void>;
  readonly segment: (number: number, people?: readonly string[]) => Promise<void>;
};

/** A workspace as a place, with an owner, called with the header `Api-Key` as the document says. */
export async function openPlace(): Promise<Place> {
  const api = await apiFixture();
  await signSessionFor(api, "owner");
  const [row] = await api.database.orm
    .select({ number: schema.workspaces.number })
    .from(schema.workspaces)
    .where(eq(schema.workspaces.id, api.workspaceId));
  const placeId = row?.number ?? 0;
  const path = `/places/${placeId}/journeys`;
  const headers = { "Api-Key": api.secretKey, authorization: "" };
  const call: ApiFixture["call"] = (request, options) =>
    api.call(request, { key: "", ...options, headers: { ...headers, ...options?.headers } });
  const ask = async (request: string, body?: unknown): Promise<PlaceJourney> => {
    const [method, end = ""] = request.split(" ");
    const answer = await call<{ "node.journey_definition": Record<string, PlaceJourney> }>(`${method} ${path}${end}`, {
      ...(body === undefined ? {} : { body }),
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    const [entry] = Object.entries(answer.body["node.journey_definition"]);
    if (entry?.[0] !== String(entry?.[1].id)) throw new Error("the key is not the id");
    return entry[1];
  };
  const message = async (number: number, type: "email" | "sms" | "push") => {
    const body = { number, type, name: `Template ${number}`, subject: "Hi", html: "", text: `Template ${number}` };
    const made = await call("POST /api/content", { body });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  };
  const segment = async (number: number, people: readonly string[] = []) => {
    const made = await call("POST /api/segments", { body: { number, name: `Segment ${number}` } });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    if (people.length === 0) return;
    await track(api, "seen", people);
    await call(`POST /api/segments/${number}/members`, { body: { people: people.map((userId) => ({ userId })) } });
    await settle(api);
  };
  return { ...api, call, placeId, path, ask, message, segment };
}
