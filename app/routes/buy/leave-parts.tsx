import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckGroup } from "#app/ui/check-group.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import type { SailingPage } from "./sailing-page.server.ts";

type Props = { page: SailingPage; state: Parameters<typeof FormFrame>[0]["state"] };

/** The way out: which parts of the order are cancelled, and what comes back for each. What may not keep is ticked. */
export function LeaveParts({ page, state }: Props) {
  const { t } = useWords();
  const open = page.parts.filter((part) => part.isOpen);
  const spoiling = open.filter((part) => part.spoiling !== "");
  const isOne = open.length === 1 || !page.isPaid;
  return (
    <Section title={t("sailing.order.leave.title")}>
      <p>{t(page.isPaid ? "sailing.order.leave.note" : "sailing.order.leave.unpaid")}</p>
      <FormFrame state={state}>
        {isOne ? (
          open.map((part) => (
            <input key={part.consignmentId} type="hidden" name="consignmentId" value={part.consignmentId} />
          ))
        ) : (
          <CheckGroup
            name="consignmentId"
            label={t("sailing.order.leave.which")}
            chosen={spoiling.map((part) => part.consignmentId)}
            options={open.map((part) => ({
              value: part.consignmentId,
              label: part.groupName,
              note: <Sentence>{t("sailing.order.leave.back", { amount: formatRupiah(part.back) })}</Sentence>,
            }))}
          />
        )}
        {page.isPaid ? (
          <p className="font-semibold">
            <Sentence>{t("sailing.order.leave.all", { amount: formatRupiah(page.back) })}</Sentence>
          </p>
        ) : null}
        <Button look="danger" name="answer" value="left" wide>
          {t(page.isPaid ? "sailing.order.leave" : "sailing.order.leave.order")}
        </Button>
      </FormFrame>
    </Section>
  );
}
