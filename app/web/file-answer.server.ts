/** A file to keep, under a name of its own; nobody else may store it. */
export function fileAnswer(bytes: Uint8Array, { name, type }: { name: string; type: string }): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
