import { referenceScript } from "#http";

export const GET = (request: Request): Promise<Response> => referenceScript(request);
