import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { acceptLines } from "#app/usecases/books/accept-lines.ts";
import { answerShareWord } from "#app/usecases/books/answer-share-word.ts";
import { checkShare } from "#app/usecases/books/check-share.ts";
import { closePeriod } from "#app/usecases/books/close-period.ts";
import { countPeriod } from "#app/usecases/books/count-period.ts";
import { proposePeriod } from "#app/usecases/books/propose-period.ts";
import { findMonth } from "#db/read/month-review.ts";
import { countedInLedger } from "#db/read/periods.ts";
import { listWordsOfLine } from "#db/read/share-words.ts";
import { members } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aDeliveredLine, OCTOBER, ofOctober } from "#tests/world/months.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";

const key = () => `form-key-${testId()}-0123456789`;

async function aMonthWithAFlag() {
  const group = await aGroup();
  const chair = (await anOfficer(group, ["chair"])).actor;
  const flagged = await aDeliveredLine(group, { deliveredAt: ofOctober(4) });
  // The third member has left since: her share of every line is worth a look.
  await inTransaction((tx) =>
    tx
      .update(members)
      .set({ leftAt: ofOctober(20) })
      .where(eq(members.id, group.members[2]?.id ?? "")),
  );
  const ctx = testContext({ actor: group.officer });
  return { group, chair, flagged, ctx, month: { groupId: group.id, month: OCTOBER } };
}

describe("accept-lines", () => {
  it("takes many flagged lines at once, and lets the month be proposed", async () => {
    const { group, flagged, ctx, month } = await aMonthWithAFlag();
    const second = await aDeliveredLine(group, { deliveredAt: ofOctober(11) });
    await aDeliveredLine(group, { deliveredAt: new Date(OCTOBER.untilMs) });
    await countPeriod(ctx, { ...month, counted: await countedInLedger(group.id, OCTOBER) });
    expect(await proposePeriod(ctx, month)).toMatchObject({ reason: "lines-unreviewed" });
    const { lines } = await findMonth(group.officer, month, ctx.now);
    expect(lines.map((line) => [line.id, line.flags, line.isAccepted])).toEqual([
      [second.lineId, ["inactive-member"], false],
      [flagged.lineId, ["inactive-member"], false],
    ]);
    expect(await acceptLines(ctx, { ...month, chosen: { lineIds: [] } })).toMatchObject({ reason: "choose-lines" });
    const chosen = { lineIds: lines.map((line) => line.id) };
    expect(await acceptLines(ctx, { ...month, chosen })).toEqual({ ok: true, accepted: 2 });
    expect(await acceptLines(ctx, { ...month, chosen })).toEqual({ ok: true, accepted: 0 });
    expect(await proposePeriod(ctx, month)).toEqual({ ok: true });
  });

  it("is the treasurer's, and takes no line of another group", async () => {
    const { flagged, ctx, month, chair } = await aMonthWithAFlag();
    const other = await aMonthWithAFlag();
    await expect(acceptLines(as(ctx, chair), { ...month, chosen: { lineIds: [flagged.lineId] } })).rejects.toThrow(
      NotAllowed,
    );
    const foreign = { ...month, chosen: { lineIds: [other.flagged.lineId] } };
    expect(await acceptLines(ctx, foreign)).toMatchObject({ reason: "choose-lines" });
  });
});

describe("check-share", () => {
  async function aMembersView() {
    const world = await aMonthWithAFlag();
    const memberId = world.group.members[0]?.id ?? "";
    const word = { groupId: world.group.id, lineId: world.flagged.lineId, memberId, words: "" };
    return { ...world, memberId, word };
  }

  it("lets a member ask, shows the question at the close until it is answered, and holds nothing up", async () => {
    const { ctx, word, month, group, chair, flagged } = await aMembersView();
    const asked = { ...word, said: "asked" as const };
    expect(await checkShare(ctx, { ...asked, formKey: key() })).toMatchObject({ fields: { words: "required" } });
    const formKey = key();
    const question = { ...asked, words: "Kenapa bagian saya kurang?", formKey };
    for (let times = 0; times < 2; times += 1) expect(await checkShare(ctx, question)).toEqual({ ok: true });
    const open = async () => (await findMonth(group.officer, month, ctx.now)).questions.map((each) => each.words);
    expect(await open()).toEqual(["Kenapa bagian saya kurang?"]);

    await acceptLines(ctx, { ...month, chosen: { lineIds: [flagged.lineId] } });
    await countPeriod(ctx, { ...month, counted: await countedInLedger(group.id, OCTOBER) });
    expect(await proposePeriod(ctx, month)).toEqual({ ok: true });
    expect(await closePeriod(as(ctx, chair), month)).toEqual({ ok: true });
    expect((await findMonth(group.officer, month, ctx.now)).seals[0]?.totals.openQuestions).toBe(1);

    const [said] = await listWordsOfLine(word.lineId);
    const answer = { groupId: group.id, lineId: word.lineId, wordId: said?.id ?? "", answer: "Dipotong kain." };
    expect(await answerShareWord(as(ctx, chair), answer)).toEqual({ ok: true });
    expect(await answerShareWord(ctx, answer)).toMatchObject({ reason: "question-answered" });
    expect(await open()).toEqual([]);
  });

  it("takes a question back when the member accepts", async () => {
    const { ctx, word, month, group } = await aMembersView();
    await checkShare(ctx, { ...word, said: "asked", words: "Mengapa?", formKey: key() });
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) };
    await checkShare(later, { ...word, said: "accepted", formKey: key() });
    expect((await findMonth(group.officer, month, ctx.now)).questions).toEqual([]);
  });

  it("is for the member alone, and only for a line that holds a share of hers and has arrived", async () => {
    const { ctx, word, group, chair } = await aMembersView();
    const accepted = { ...word, said: "accepted" as const };
    const burhan = { ...accepted, memberId: group.members[1]?.id ?? "", formKey: key() };
    await expect(checkShare(ctx, burhan)).rejects.toThrow(NotAllowed);
    const chairs = { ...accepted, memberId: chair.memberships[0]?.memberId ?? "", formKey: key() };
    expect(await checkShare(as(ctx, chair), chairs)).toMatchObject({ reason: "not-your-share" });
    const other = await aMonthWithAFlag();
    const foreign = { ...accepted, lineId: other.flagged.lineId, formKey: key() };
    expect(await checkShare(ctx, foreign)).toMatchObject({ reason: "not-your-share" });
    await expect(
      answerShareWord(as(ctx, other.chair), { groupId: group.id, lineId: word.lineId, wordId: "w", answer: "Ya." }),
    ).rejects.toThrow(NotAllowed);
  });
});
