export { clientAddress } from "./admit.ts";
export { createIngestDoor, type IngestDoor, type IngestDoorOptions } from "./create-ingest-door.ts";
