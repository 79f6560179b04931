import type { Hono } from "hono";
import { findUnstorable, HttpError, summarize } from "#http";
import { type Admission, type Bindings, keyOf } from "../admit.ts";
import { readBody } from "../read-body.ts";
import { type Headers, refuse, wrongMethod } from "../refuse.ts";
import { SDK_ROUTES, type SdkOptions } from "./sdk-calls.ts";
import { SdkFiles } from "./sdk-files.ts";

type Mounted = SdkOptions & { readonly admission: Admission; readonly folder: string | null };

/** Adds the addresses under `/sdk`: the calls of pages and apps, and the browser client itself. */
export function mountSdk(app: Hono<Bindings>, { admission, folder, ...options }: Mounted): void {
  for (const route of SDK_ROUTES) {
    app.on(route.method, route.path, async ({ req, env }) => {
      let headers: Headers = {};
      try {
        const admitted = await admission.admit(req.raw, keyOf(req.raw, null), env.address);
        headers = admitted.headers;
        const body = await readBody(req.raw);
        const fault = findUnstorable(body);
        if (fault) throw new HttpError("unprocessable", summarize([fault]), [fault]);
        const call = { caller: admitted.caller, reference: req.param("id") ?? "", body };
        const data = await route.answer(options, call);
        return Response.json({ data }, { headers: { ...headers, "cache-control": "no-store" } });
      } catch (error) {
        return refuse(error, headers);
      }
    });
    app.all(route.path, () => refuse(wrongMethod(route.method)));
  }
  const files = new SdkFiles(folder);
  app.get("/sdk/:file{sojourn[.\\-\\w]*}", (context) => files.answer(context.req.path));
}
