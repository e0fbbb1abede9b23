import { describe, expect, it } from "vitest";
import { migrate } from "#db/migrate.server.ts";

describe("migrations", () => {
  it("applied again, change nothing", async () => {
    expect((await migrate()).applied).toEqual([]);
  });
});
