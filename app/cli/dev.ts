import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createServer as createVite } from "vite";

// `npm run dev`: the same server.ts, loaded afresh by Vite whenever a file changes.
process.env.LUMBUNG_DEMO ??= "1";
const port = Number(process.env.PORT ?? 3000);
const http = createServer();
const vite = await createVite({ server: { middlewareMode: true, hmr: { server: http } }, appType: "custom" });
http.on("request", (request, response) => {
  vite.middlewares(request, response, async () => {
    const { createApp } = await vite.ssrLoadModule("./server.ts");
    await getRequestListener(createApp().fetch)(request, response);
  });
});
const { migrate } = await vite.ssrLoadModule("./db/migrate.server.ts");
await migrate();
http.listen(port, "127.0.0.1", () => console.log(`http://localhost:${port}`));
