import type { SerializeFrom } from "@remix-run/node";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { payoutCode, payoutNumber } from "#app/domain/payout.ts";
import {
  AgreeForm,
  AskPayoutForm,
  OwnMoneyIntent,
  PayoutWayForm,
  ReleaseForm,
  RepayForm,
} from "#app/domain/payout-forms.ts";
import { may } from "#app/domain/permissions.ts";
import type { FieldErrors } from "#app/domain/result.ts";
import { agreeToAdvance } from "#app/usecases/books/agree-to-advance.ts";
import { askPayout } from "#app/usecases/books/ask-payout.ts";
import { releaseHoldback } from "#app/usecases/books/release-holdback.ts";
import { repayAdvance } from "#app/usecases/books/repay-advance.ts";
import { setPayoutWay } from "#app/usecases/books/set-payout-way.ts";
import type { Context } from "#app/usecases/context.ts";
import type { Door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import type { GroupView } from "#db/read/groups.ts";
import { listAccountPostings } from "#db/read/ledger.ts";
import { listHoldbacks, listPayables } from "#db/read/payables.ts";
import { findWay, listPayoutsOf } from "#db/read/payouts.ts";

type Whose = { group: GroupView; memberId: string };

/** What of a member's money is due, asked, under way, held back, paid and paid ahead. */
export async function readOwnMoney(ctx: Context, { group, memberId }: Whose) {
  const of = { groupId: group.id, memberId };
  const today = dayInWib(ctx.now.getTime());
  const [[member], payouts, way, holdbacks, advances] = await Promise.all([
    listPayables({ ...of, today }),
    listPayoutsOf(ctx.actor, of),
    findWay(ctx.actor, of),
    listHoldbacks(memberId),
    listAccountPostings(`advances:member:${memberId}`, { limit: 200 }),
  ]);
  const isOwn = may(ctx.actor, "mark-shares-seen", { memberId });
  return {
    money: {
      ...{ free: member?.free ?? 0, held: member?.held ?? 0, kept: member?.kept ?? 0 },
      ...{ underWay: member?.underWay ?? 0, advance: member?.advance ?? 0, terms: member?.terms ?? null },
      ...{ asked: member?.asked ?? null, askedAt: member?.askedAt ?? null },
    },
    waiting: payouts.waiting.map((line) => {
      const { id, kind, method, amount, repaid, kept, state, reason, agreedBy, repayBasisPoints, repayAmount } = line;
      const isAgreed = kind !== "advance" || agreedBy !== null;
      const isReady = isAgreed && state === "approved" && method === "cash";
      return {
        ...{ id, kind, method, amount, repaid, kept, state, reason, agreedBy, repayBasisPoints, repayAmount },
        // Only she may read it: by it she says that the cash has come.
        code: isOwn && isReady ? payoutCode(ctx.secrets.hash("payout-code", id)) : "",
        mayAgree: isOwn && !isAgreed,
      };
    }),
    paid: payouts.paid.map(({ proofPhotoId, year, number, ...row }) => ({
      ...row,
      ...{ voucher: payoutNumber({ year, number }), hasProof: proofPhotoId !== null },
    })),
    holdbacks: holdbacks.map((each) => ({ ...each, isOver: each.releasedAt !== null || each.untilDay <= today })),
    advances: advances.map(({ entryId, kind, at, amount, memo }) => ({ entryId, kind, at, amount, memo })),
    way: way ?? null,
    moneyKey: ctx.secrets.token(),
    isOwn,
    mayAsk: may(ctx.actor, "ask-payout", of),
    mayRelease: may(ctx.actor, "release-holdback", of),
  };
}

export type OwnMoneyPage = SerializeFrom<typeof readOwnMoney>;

type Answer = { ok: true } | { ok: false; reason: string; fields?: FieldErrors };
type Of = { groupId: string; memberId: string };

/** Takes the step that one of the page's forms asks for; null when it was taken. */
export async function takeOwnMoneyStep(at: Door, of: Of) {
  const asked = await readForm(at.request.clone(), OwnMoneyIntent);
  if (!asked.ok) return refused({ ...asked.state, errors: { form: "form-broken" } }, asked.status);
  return STEPS[asked.value.intent](at, of);
}

type Step = (at: Door, of: Of) => Promise<Response | ReturnType<typeof refused> | null>;

const STEPS: Record<"ask" | "way" | "release" | "repay" | "agree", Step> = {
  agree: async ({ ctx, request }, { groupId }) => {
    const form = await readForm(request, AgreeForm);
    if (!form.ok) return refused(form.state, form.status);
    return answered(await agreeToAdvance(ctx, { groupId, lineId: form.value.lineId, slip: null }), form.values);
  },
  ask: async ({ ctx, request }, of) => {
    const form = await readForm(request, AskPayoutForm);
    if (!form.ok) return refused(form.state, form.status);
    return answered(await askPayout(ctx, { ...of, ...form.value }), form.values);
  },
  way: async ({ ctx, request }, of) => {
    const form = await readForm(request, PayoutWayForm);
    if (!form.ok) return refused(form.state, form.status);
    return answered(await setPayoutWay(ctx, { ...of, ...form.value }), form.values);
  },
  release: async ({ ctx, request }, of) => {
    const form = await readForm(request, ReleaseForm);
    if (!form.ok) return refused(form.state, form.status);
    return answered(await releaseHoldback(ctx, { ...of, holdbackId: form.value.holdbackId }), form.values);
  },
  repay: async ({ ctx, request }, of) => {
    const form = await readForm(request, RepayForm);
    if (!form.ok) return refused(form.state, form.status);
    const { amount, formKey } = form.value;
    return answered(await repayAdvance(ctx, { ...of, amount, formKey }), form.values);
  },
};

function answered(answer: Answer, values: Record<string, string[]>) {
  return answer.ok ? null : refusedBy(answer, values);
}
