const MEGABYTE = 1024 * 1024;

/** Bulk API 2.0 takes "150 MB of base64 encoded content" in one upload and refuses more itself; the rest is for its encoding. */
const BULK_UPLOAD = 160 * MEGABYTE;
/** A SOAP message has at most 50 MB, and a zip 39 MB (Metadata API Developer Guide, "Deploying … with the Zip File") [F-093]. */
const DEPLOY = 50 * MEGABYTE;
const OTHER = 16 * MEGABYTE;

/** The most bytes that the body of a request to this path may have. */
export function mostBytesOf(path: string): number {
  if (/\/jobs\/ingest\/[^/]+\/batches\/?$/.test(path)) return BULK_UPLOAD;
  if (/^\/+services\/(?:Soap|data\/[^/]+\/metadata)\//.test(path)) return DEPLOY;
  return OTHER;
}
