type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
/** The methods that the file of a route answers. */
export type RouteModule = Partial<Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE", Handler>>;
