import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
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

/** Files that never change are squeezed once, here, instead of at every request. */
const precompress: Plugin = {
  name: "precompress",
  apply: "build",
  closeBundle() {
    const folder = "build/client";
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!/\.(js|css|svg|txt|webmanifest)$/.test(name)) continue;
      const content = readFileSync(join(folder, name));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
      writeFileSync(
        join(folder, `${name}.br`),
        brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      );
    }
  },
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), serverEntry, precompress],
  build: { target: "es2020", sourcemap: false, assetsInlineLimit: 0 },
  ssr: { target: "node" },
});
