import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { PageRequest } from "./ui/page-request.ts";
import { log } from "./web/log.server.ts";
import { withoutZeroBytes } from "./web/whole-letters.server.ts";

const RENDER_TIMEOUT_MS = 8_000;

export default function handleRequest(
  ...[request, status, headers, context, loadContext]: [Request, number, Headers, EntryContext, AppLoadContext]
) {
  const { nonce, requestId } = loadContext;
  return new Promise<Response>((resolve, reject) => {
    let answer = status;
    const { pipe, abort } = renderToPipeableStream(
      <PageRequest.Provider value={{ nonce, requestId }}>
        <RemixServer context={context} url={request.url} abortDelay={RENDER_TIMEOUT_MS} />
      </PageRequest.Provider>,
      {
        nonce,
        // Nothing streams in later, so the whole page goes out at once, with the right status.
        onAllReady() {
          headers.set("Content-Type", "text/html; charset=utf-8");
          const body = withoutZeroBytes();
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          answer = 500;
          log.error({ err: error, requestId }, "render failed");
        },
      },
    );
    setTimeout(abort, RENDER_TIMEOUT_MS + 1000).unref();
  });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted)
    log.error({ err: error, requestId: context.requestId, path: new URL(request.url).pathname }, "request failed");
};
