export { clientAddress } from "./client-address.ts";
export { createIngestDoor, type IngestDoor, type IngestDoorOptions } from "./create-ingest-door.ts";
