// The only place of Remix options: vite.config.ts hands them to the plugin (docs/decisions/0005).
/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  serverModuleFormat: "esm",
  // Every URL is written by hand in app/routes.ts; nothing is picked up by its file name.
  ignoredRouteFiles: ["**/*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    // Off on purpose: they put a decoder with known faults and the whole route map on the open net (decision 0004).
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
