import type { ComponentProps, ReactNode } from "react";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { PhotoField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";

type Payment = { id: string; asked: number; addition: number; isClaimed: boolean; hasProof: boolean };

function Asked({ label, payment }: { label: string; payment: Payment }) {
  const { t } = useWords();
  return (
    <div>
      <p className="text-quiet">{label}</p>
      <p className="text-3xl font-bold">
        <Amount plain="not-yet" amount={payment.asked} />
      </p>
      {payment.addition > 0 ? (
        <p className="mt-1 text-sm text-quiet">
          <Sentence>{t("pay.transfer.why", { addition: formatRupiah(payment.addition) })}</Sentence>{" "}
          {t("pay.transfer.credit")}
        </p>
      ) : null}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-quiet">{label}</dt>
      <dd className="text-lg font-semibold">{children}</dd>
    </div>
  );
}

export function ByTransfer({
  payment,
  bank,
}: {
  payment: Payment;
  bank: { name: string; account: string; holder: string };
}) {
  const { t } = useWords();
  return (
    <Section title={t("pay.method.transfer")}>
      <Card className="grid gap-4">
        <Asked label={t("pay.transfer.exact")} payment={payment} />
        <dl className="grid gap-3">
          <Fact label={t("pay.bank")}>{bank.name}</Fact>
          <Fact label={t("pay.account")}>
            <span className="select-all">{bank.account}</span>
          </Fact>
          <Fact label={t("pay.holder")}>{bank.holder}</Fact>
        </dl>
      </Card>
    </Section>
  );
}

export function ByQris({ payment, qris }: { payment: Payment; qris: { photoId: string | null; name: string } }) {
  const { t } = useWords();
  return (
    <Section title={t("pay.method.qris")}>
      <Card className="grid gap-4">
        <Asked label={t("pay.qris.exact")} payment={payment} />
        {qris.photoId ? (
          <img
            src={`/photos/${qris.photoId}/640`}
            alt={t("pay.qris.alt", { name: qris.name })}
            className="mx-auto w-full max-w-80"
          />
        ) : (
          <p className="text-clay">{t("pay.qris.none")}</p>
        )}
      </Card>
    </Section>
  );
}

export function Claim({ payment, state }: { payment: Payment; state: ComponentProps<typeof FormFrame>["state"] }) {
  const { t } = useWords();
  return (
    <Section title={t("pay.claim.title")}>
      {payment.hasProof ? (
        <img src={`/payments/${payment.id}/proof`} alt={t("pay.claim.photo")} className="max-h-80 rounded-card" />
      ) : null}
      <FormFrame state={state} multipart>
        <input type="hidden" name="paymentId" value={payment.id} />
        <PhotoField name="photo" label={t("pay.claim.photo")} hint={t("pay.claim.hint")} optional />
        <Button name="intent" value="claim" look={payment.isClaimed ? "second" : "main"} wide>
          {t("pay.claim.send")}
        </Button>
      </FormFrame>
    </Section>
  );
}
