import { defineConfig } from "drizzle-kit";

// The schema reads DATABASE_URL to choose its dialect, so it must be settled first.
process.env.DATABASE_URL = "";
export default defineConfig({ dialect: "sqlite", schema: "./db/schema.ts", out: "./db/migrations/sqlite" });
