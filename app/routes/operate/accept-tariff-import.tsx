import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { planTariffs } from "#app/domain/bulk-tariffs.ts";
import { permit } from "#app/domain/permissions.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Notice, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { acceptTariffImport } from "#app/usecases/operate/accept-tariff-import.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findTariffBulkFacts, findTariffImport } from "#db/read/bulk.ts";
import { ImportErrors } from "../sell/import-plan.tsx";
import { TariffPrice } from "./tariff-price.tsx";

const UP = "/operate/tariffs/import";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "bulk.check.title");

async function open({ ctx, param }: Door) {
  permit(ctx.actor, "accept-tariff-import");
  const sent = await findTariffImport(ctx.actor, param("import"));
  if (!sent) throw notFound();
  return sent;
}

/** What the file would do, as the page shows it. */
async function planOf({ ctx }: Door, { rows }: Awaited<ReturnType<typeof open>>) {
  const { added, same, errors } = planTariffs(rows, await findTariffBulkFacts(ctx.actor, ctx.now));
  return {
    same,
    errors,
    added: added.map(({ row, zoneName, service, validFromMs, validToMs, ...tariff }) => ({
      ...{ row, zoneName, service, from: new Date(validFromMs), isNow: validFromMs <= ctx.now.getTime() },
      to: validToMs === null ? null : new Date(validToMs),
      ...{ perKg: tariff.perKg, perParcel: tariff.perParcel, boatFee: tariff.boatFee },
      ...{ firstBlockGrams: tariff.firstBlockGrams, firstBlockFee: tariff.firstBlockFee },
    })),
  };
}

export const loader = door(async (at) => {
  const sent = await open(at);
  return { fileName: sent.fileName, plan: sent.acceptedAt ? null : await planOf(at, sent) };
});

export const action = door(async (at) => {
  const { id: importId } = await open(at);
  const form = await readForm(at.request, z.object({}));
  if (!form.ok) return refused(form.state, form.status);
  const answer = await acceptTariffImport(at.ctx, { importId });
  return answer.ok ? redirect(`${UP}/${importId}`) : refusedBy(answer, {});
});

type Plan = Awaited<ReturnType<typeof planOf>>;

export default function AcceptTariffImport() {
  const { fileName, plan } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page title={t("bulk.check.title")} lead={fileName} back={{ to: UP, label: t("bulk.title") }}>
      {plan === null ? (
        <>
          <Notice tone="good">{t("bulk.done")}</Notice>
          <ButtonLink to="/operate/tariffs">{t("bulk.done.tariffs")}</ButtonLink>
        </>
      ) : plan.errors.length > 0 ? (
        <>
          <Notice tone="bad">{t("bulk.errors", { count: plan.errors.length })}</Notice>
          <ImportErrors errors={plan.errors} />
          <ButtonLink to={UP}>{t("bulk.again")}</ButtonLink>
        </>
      ) : (
        <>
          {plan.added.length > 0 ? <NewTariffs added={plan.added} /> : null}
          <p className="text-quiet">{t("bulk.plan.same.tariffs", { count: plan.same })}</p>
          {plan.added.length > 0 ? (
            <FormFrame state={state}>
              <Button>{t("bulk.accept", { count: plan.added.length })}</Button>
            </FormFrame>
          ) : null}
          <ButtonLink to={UP} look="quiet">
            {t(plan.added.length > 0 ? "bulk.leave" : "bulk.again")}
          </ButtonLink>
        </>
      )}
    </Page>
  );
}

type Shown = Omit<Plan["added"][number], "from" | "to"> & { from: string | Date; to: string | Date | null };

/** The new prices, each with from when to when. */
function NewTariffs({ added }: { added: Shown[] }) {
  const { t, locale } = useWords();
  return (
    <Section title={t("bulk.plan.added.tariffs", { count: added.length })}>
      <Table
        caption={t("bulk.plan.tariffs.caption")}
        rows={added}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: "zone", label: t("bulk.column.zone"), cell: ({ zoneName }) => zoneName },
          { key: "service", label: t("operate.tariff.service"), cell: ({ service }) => service },
          { key: "price", label: t("operate.tariff.price"), cell: (tariff) => <TariffPrice tariff={tariff} /> },
          {
            key: "from",
            label: t("operate.tariff.from"),
            cell: ({ from, isNow }) => (isNow ? t("bulk.plan.now") : formatMoment(locale, from)),
          },
          {
            key: "to",
            label: t("operate.tariff.to"),
            cell: ({ to }) => (to === null ? "–" : formatMoment(locale, to)),
          },
        ]}
      />
    </Section>
  );
}
