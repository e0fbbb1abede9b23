import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { listCrossings } from "#db/read/crossings.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun } from "#tests/world/runs.ts";

describe("whose goods of a run leave the free trade zone", () => {
  it("is known by the villages of its groups and the areas of its zone", async () => {
    const run = await anOpenRun({ areas: ["21.03.07"] });
    const from = { batam: "21.71.05.1003", dompak: "21.72.04.1002", town: "21.72.02.1004" };
    const groups = [];
    for (const villageCode of Object.values(from)) groups.push(await aGroup({ villageCode }));
    const [batam, dompak] = groups;
    await anOrder({ run, parts: groups.map((group) => ({ group })) });
    expect(await listCrossings(run.hub.keeper, run)).toEqual([
      { crossing: "leaves", groupNames: [batam?.name] },
      { crossing: "may-leave", groupNames: [dompak?.name] },
    ]);
    await expect(listCrossings((await aPerson()).actor, run)).rejects.toThrow(NotAllowed);
  });
});
