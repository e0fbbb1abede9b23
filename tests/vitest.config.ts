import { defineConfig } from "vitest/config";

/** Rules need no database; everything that does runs on both engines. */
const onBothEngines = ["tests/usecases/**/*.test.ts", "tests/db/**/*.test.ts", "tests/routes/**/*.test.ts{,x}"];

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  esbuild: { jsx: "automatic" },
  test: {
    // The machine of a small group has two cores; more workers only wait for each other.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          // They keep nothing between them: what one file has loaded serves the next.
          isolate: false,
          include: ["tests/domain/**/*.test.ts", "tests/house/**/*.test.ts", "tests/i18n/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "sqlite",
          isolate: false,
          include: onBothEngines,
          setupFiles: ["tests/world/engine-sqlite.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          isolate: false,
          include: onBothEngines,
          globalSetup: ["tests/world/postgres-server.ts"],
          setupFiles: ["tests/world/engine-postgres.ts"],
        },
      },
      // The built app from outside: `npm run build` comes first.
      {
        extends: true,
        test: {
          name: "black-box",
          include: ["tests/black-box/**/*.test.ts"],
          setupFiles: ["tests/world/engine-sqlite.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "black-box-postgres",
          // What the engine itself decides: races, whole walks, and the bytes it refuses.
          include: ["tests/black-box/{last-pieces,buy-as-guest,odd-requests}.test.ts"],
          globalSetup: ["tests/world/postgres-server.ts"],
          setupFiles: ["tests/world/engine-postgres.ts"],
        },
      },
    ],
  },
});
