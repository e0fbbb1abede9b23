import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { CashForm, HandInForm } from "#app/domain/held-cash.ts";
import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Why, whyAddress } from "#app/domain/why.ts";
import { formatDay, formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount, type Explained } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { CashWriteOffCard } from "#app/ui/cash-write-off.tsx";
import { MoneyField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Empty, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { handInCash } from "#app/usecases/operate/hand-in-cash.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listProposedWriteOffs } from "#db/read/cash-write-offs.ts";
import { listOpenedGroups } from "#db/read/groups.ts";
import { heldCashTotal, listHeldCash } from "#db/read/held-cash.ts";
import { decideWriteOff } from "./cash-write-off.server.ts";
import { CashWriteOffForm } from "./cash-write-off-form.tsx";
import { proposeWriteOff } from "./propose-write-off.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.cash.title");

export const loader = door(async ({ ctx }) => {
  const [holders, proposed] = [await listHeldCash(ctx.actor), await listProposedWriteOffs(ctx.actor)];
  return {
    total: await heldCashTotal(),
    holders: holders.map((holder) => ({ ...holder, formKey: ctx.secrets.token(), offKey: ctx.secrets.token() })),
    groups: (await listOpenedGroups(ctx.actor)).map(({ id, name }) => ({ id, name })),
    proposed: proposed.map(({ proposedBy, holderId, bearerGroupId, ...shown }) => ({
      ...shown,
      mayApprove: bearerGroupId === null && ![proposedBy, holderId].includes(ctx.actor.personId ?? ""),
    })),
  };
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "hand-in-cash");
  const chosen = await readForm(request.clone(), CashForm);
  if (!chosen.ok) return refused(chosen.state, chosen.status);
  if (chosen.value.intent === "propose") return proposeWriteOff(ctx, request);
  if (chosen.value.intent !== "hand-in") return decideWriteOff(ctx, { request, back: "/operate/cash" });
  const form = await readForm(request, HandInForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await handInCash(ctx, form.value);
  return answer.ok ? redirect("/operate/cash", 303) : refusedBy(answer, form.values);
});

/** What somebody took at the doors, in the network's book. */
function opens(amount: number, which: Partial<Why>): Explained {
  return { why: whyAddress(NETWORK_BOOK, amount, { of: "holder", account: ["cod-in-transit"], ...which }) };
}

type Holder = ReturnType<typeof useLoaderData<typeof loader>>["holders"][number];

export default function HandInCash() {
  const { total, holders, groups, proposed } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("operate.cash.title")}
      lead={
        <Sentence opens={[opens(total, {})]}>{t("operate.cash.in-transit", { amount: formatRupiah(total) })}</Sentence>
      }
      back={{ to: "/operate", label: t("operate.title") }}
    >
      <Refusal state={state} />
      {proposed.map((proposal) => (
        <CashWriteOffCard key={proposal.id} proposal={proposal} mayApprove={proposal.mayApprove} />
      ))}
      {holders.length === 0 ? <Empty text={t("operate.cash.none")} /> : null}
      <div className="grid items-start gap-4 md:grid-cols-2">
        {holders.map((holder) => (
          <HolderCard
            key={holder.holderId}
            holder={holder}
            groups={groups}
            state={stateFor(state, { holderId: holder.holderId })}
          />
        ))}
      </div>
    </Page>
  );
}

type HolderProps = { holder: Holder; groups: { id: string; name: string }[]; state: Parameters<typeof stateFor>[0] };

function HolderCard({ holder, groups, state }: HolderProps) {
  const { t, locale } = useWords();
  const { holderId, held, sinceMs, handIns } = holder;
  return (
    <Card className="grid gap-4">
      <h2 className="flex flex-wrap items-center justify-between gap-2">
        {holder.name}
        {held > 0 ? null : <Badge tone="good">{t("operate.cash.settled")}</Badge>}
      </h2>
      {held > 0 ? (
        <>
          <p>
            {t("operate.cash.holds")}{" "}
            <Amount amount={held} className="text-xl font-bold" {...opens(held, { owner: holderId })} />{" "}
            {sinceMs === null ? null : t("operate.cash.since", { day: formatDay(locale, new Date(sinceMs)) })}
          </p>
          <FormFrame state={state?.values.intent?.[0] ? undefined : state} defaults={{ amount: held }}>
            <input type="hidden" name="holderId" value={holder.holderId} />
            <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? holder.formKey} />
            <MoneyField name="amount" label={t("operate.cash.amount")} hint={t("operate.cash.amount.hint")} />
            <TextField
              name="note"
              label={t("operate.cash.note")}
              hint={t("operate.cash.note.hint")}
              maxLength={200}
              optional
            />
            <Button>{t("operate.cash.do")}</Button>
          </FormFrame>
        </>
      ) : null}
      {handIns.length > 0 ? (
        <div className="grid gap-1">
          <h3>{t("operate.cash.last")}</h3>
          <ul className="grid gap-1">
            {handIns.map((handIn) => (
              <li key={handIn.entryId}>
                {formatDay(locale, handIn.at)}:{" "}
                <Amount
                  amount={handIn.amount}
                  {...opens(handIn.amount, { owner: holderId, entry: handIn.entryId, isCredit: true })}
                />
                {handIn.left > 0 ? (
                  <span className="block text-sm font-semibold">
                    <Sentence opens={[opens(handIn.left, { owner: holderId, upto: handIn.entryId })]}>
                      {t("operate.cash.left", { amount: formatRupiah(handIn.left) })}
                    </Sentence>
                  </span>
                ) : null}
                {handIn.note ? (
                  <span className="block text-sm text-quiet">
                    <Sentence>{handIn.note}</Sentence>
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <CashWriteOffForm holder={{ ...holder, formKey: holder.offKey }} groups={groups} state={state} />
    </Card>
  );
}
