import * as z from "zod";
import { Nothing, noContent, one, PersonParams, route } from "#http";
import { Device, DeviceQuery, forgetDevice, listDevices, NewDevice, putDevice } from "#services/devices";

const about = { path: "/api/people/[id]/devices", tags: ["People"], params: PersonParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List the devices of a person",
  response: one(z.array(Device)),
  handler: async ({ ctx, params }) => ({ data: await listDevices(ctx, params.id) }),
});

export const PUT = route({
  ...about,
  method: "PUT",
  role: "editor",
  summary: "Register a device for push messages",
  body: NewDevice,
  response: one(Device),
  handler: async ({ ctx, params, body }) => ({ data: await putDevice(ctx, params.id, body) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Forget a device",
  query: DeviceQuery,
  status: 204,
  response: Nothing,
  handler: ({ ctx, params, query }) => forgetDevice(ctx, params.id, query.token).then(noContent),
});
