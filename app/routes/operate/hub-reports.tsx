import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Empty, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { WhatsAppTo } from "#app/ui/whatsapp-to.tsx";
import { closeHubReport } from "#app/usecases/operate/close-hub-report.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listOpenHubReports } from "#db/read/hub-reports.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "hub.reports.title");

const CloseForm = z.object({ reportId: z.string().min(1).max(64) });

export const loader = door(async ({ ctx }) => ({
  reports: (await listOpenHubReports(ctx.actor)).map(({ photoId, groupId: _, hubId: __, ...report }) => ({
    ...report,
    hasPhoto: photoId !== null,
  })),
}));

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "close-hub-report");
  const form = await readForm(request, CloseForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await closeHubReport(ctx, form.value);
  return answer.ok ? redirect("/operate/hub-reports") : refusedBy(answer, form.values);
});

export default function HubReports() {
  const { reports } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("hub.reports.title")}
      lead={t("hub.reports.lead")}
      back={{ to: "/operate", label: t("nav.operate") }}
    >
      <Refusal state={state} />
      {reports.length === 0 ? <Empty drawing="barn" text={t("hub.reports.none")} /> : null}
      <ul className="grid gap-4 lg:grid-cols-2">
        {reports.map((report) => (
          <li key={report.id}>
            <Card className="grid gap-3">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h2>{report.orderNumber}</h2>
                <Badge tone="bad">{t(`hub.wrong.${report.kind}`)}</Badge>
              </div>
              <p>
                <strong>{[report.goods ?? t("hub.wrong.all"), report.howMuch].filter(Boolean).join(", ")}</strong>
                <span className="block">{report.words}</span>
                <span className="block text-sm text-quiet">
                  {[report.groupName, report.runCode, formatMoment(locale, report.at), report.reportedBy]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </p>
              {report.hasPhoto ? (
                <img
                  src={`/hub-reports/${report.id}/photo`}
                  alt={t("hub.wrong.photo-of", { what: report.goods ?? report.orderNumber })}
                  className="max-h-60 max-w-full rounded-field"
                />
              ) : null}
              <div className="flex flex-wrap gap-3">
                <ButtonLink to={`/operate/orders/${report.orderNumber}/refund`}>{t("hub.reports.refund")}</ButtonLink>
                <WhatsAppTo
                  phone={report.groupPhone ?? ""}
                  name={report.groupName}
                  text={t("hub.reports.whatsapp", { group: report.groupName, number: report.orderNumber })}
                />
                <FormFrame className="">
                  <input type="hidden" name="reportId" value={report.id} />
                  <Button look="second">{t("hub.reports.close")}</Button>
                </FormFrame>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </Page>
  );
}
