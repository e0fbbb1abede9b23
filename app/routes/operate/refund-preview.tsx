import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Notice, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { SplitPicture, toneOf } from "#app/ui/split-picture.tsx";
import { type RefundPage, wayName } from "./refund-question.tsx";

type Plan = NonNullable<RefundPage["plan"]>;
type PreviewProps = {
  page: RefundPage;
  plan: Plan;
  state: Parameters<typeof Confirm>[0]["state"];
};

/** Who gives what back, before it is done. */
export function RefundPreview({ page, plan, state }: PreviewProps) {
  const { t } = useWords();
  const amount = formatRupiah(plan.amount);
  return (
    <>
      <Givers plan={plan} />
      <Confirm
        state={state}
        what={<What page={page} plan={plan} />}
        yes={<Sentence>{t("operate.refund.do", { amount })}</Sentence>}
        back={page.back}
      >
        <Asked page={page} plan={plan} />
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? page.formKey} />
        <TextField name="reason" label={t("operate.refund.reason")} maxLength={200} />
      </Confirm>
    </>
  );
}

function What({ page, plan }: Pick<PreviewProps, "page" | "plan">) {
  const { t } = useWords();
  const [, chosenBox = ""] = page.ask.way.split(":");
  const chosen = page.ways.find((way) => way.value === page.ask.way) ?? page.ways[0];
  return (
    <>
      <p className="font-semibold">
        <Sentence>{t("operate.refund.what", { buyer: page.buyerName, amount: formatRupiah(plan.amount) })}</Sentence>
      </p>
      {chosen ? <p className="mt-2">{wayName(t, chosen)}</p> : null}
      {chosenBox ? <p className="mt-2">{t("operate.refund.cash-now")}</p> : null}
      {plan.isDelivered ? <p className="mt-2">{t("operate.refund.delivered")}</p> : null}
      {plan.goesToStock ? <p className="mt-2">{t("operate.refund.undelivered")}</p> : null}
      {page.ask.back === "yes" && plan.isDelivered ? <p className="mt-2">{t("operate.refund.back-to-stock")}</p> : null}
    </>
  );
}

function Givers({ plan }: { plan: Plan }) {
  const { t } = useWords();
  const parts = plan.parties.map((giver) => ({
    key: giver.key,
    label: [t(`party.${giver.party}`), giver.name].filter(Boolean).join(": "),
    ...(giver.debt > 0 && {
      note: <Sentence>{t("operate.refund.debt", { amount: formatRupiah(giver.debt) })}</Sentence>,
    }),
    amount: giver.amount,
    tone: toneOf(giver.party),
  }));
  const extra = [
    { key: "shipping", label: t("operate.refund.shipping"), amount: plan.shipping, tone: "cost" as const },
    { key: "rest", label: t("operate.refund.rest"), amount: plan.rest, tone: "cost" as const },
  ].filter((part) => part.amount > 0);
  return (
    <Section title={t("operate.refund.who")}>
      <SplitPicture parts={[...parts, ...extra]} total={plan.amount} totalLabel={t("operate.refund.total")} />
      {plan.fees.map((each) => (
        <Notice key={each.groupName}>
          <Sentence>
            {t(`operate.refund.fee.${each.bearer}`, { group: each.groupName, amount: formatRupiah(each.fee) })}
          </Sentence>
        </Notice>
      ))}
    </Section>
  );
}

/** The question once more, as it was answered; `seen` is what the preview said. */
function Asked({ page: { ask }, plan }: Pick<PreviewProps, "page" | "plan">) {
  const { line, quantity, value, ...single } = ask;
  return (
    <>
      {Object.entries({ ...single, seen: String(plan.amount) }).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      {line.map((id, at) => (
        <span key={id} className="hidden">
          <input type="hidden" name="line" value={id} />
          <input type="hidden" name="quantity" value={quantity[at] ?? ""} />
          <input type="hidden" name="value" value={value[at] ?? ""} />
        </span>
      ))}
    </>
  );
}
