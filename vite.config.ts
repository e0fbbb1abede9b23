import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/** Makes server.ts the entry of the server build, so that one module graph holds the guard, the pages and the database. */
const serverEntry: Plugin = {
  name: "server-entry",
  config: (_config, env) =>
    env.isSsrBuild ? { build: { target: "node20", rollupOptions: { input: "./server.ts" } } } : undefined,
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), serverEntry],
  build: { target: "es2020", sourcemap: false, assetsInlineLimit: 0 },
  ssr: { target: "node" },
});
