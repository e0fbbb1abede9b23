import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { formatQuantity, formatWeight } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { HubIcon } from "#app/ui/hub-icon.tsx";
import { NotSent } from "#app/ui/not-sent.tsx";
import { Badge, Empty, Page, Section } from "#app/ui/page.tsx";
import { Progress } from "#app/ui/progress.tsx";
import { WhatsAppTo } from "#app/ui/whatsapp-to.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listExpected } from "#db/read/receiving.ts";
import { hubHead, openRunOf } from "./hub-page.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "hub.receive.title");

export const loader = door(async (entered) => {
  const run = await openRunOf(entered);
  const expected = await listExpected(entered.ctx.actor, run);
  const groups = [...new Map(expected.map((each) => [each.groupId, each])).values()];
  return {
    ...hubHead(entered, run),
    received: expected.filter((each) => each.receivedAt !== null).length,
    all: expected.length,
    groups: groups.map(({ groupId, groupName, groupPhone }) => ({
      ...{ id: groupId, name: groupName, phone: groupPhone ?? "" },
      consignments: expected
        .filter((each) => each.groupId === groupId)
        .map(({ id, orderNumber, grams, packedGrams, receivedPackages, receivedGrams, reports, lines }) => ({
          ...{ id, orderNumber, receivedPackages, reports: reports.length },
          grams: receivedGrams ?? packedGrams ?? grams,
          isReckoned: packedGrams === null && receivedGrams === null,
          lines: lines.map(({ id: line, listingName, variantName, unit, quantityMilli }) => ({
            ...{ id: line, unit, quantityMilli },
            name: [listingName, variantName].filter(Boolean).join(", "),
          })),
        })),
    })),
  };
});

export default function ListExpected() {
  const data = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const { code, groups } = data;
  return (
    <Page title={t("hub.receive.title")} lead={data.way} back={{ to: `/runs/${code}`, label: code }}>
      <NotSent who={data.who} />
      {data.all > 0 ? (
        <Progress
          label={t("hub.received")}
          value={data.received}
          max={data.all}
          text={t("hub.done-of", { done: data.received, all: data.all })}
        />
      ) : (
        <Empty drawing="boat" text={t("hub.receive.none")} />
      )}
      {groups.map((group) => (
        <Section key={group.id} title={group.name}>
          <div>
            <WhatsAppTo
              phone={group.phone}
              name={group.name}
              text={t("hub.receive.whatsapp", { group: group.name, code })}
            />
          </div>
          <ul className="grid gap-3 sm:grid-cols-2">
            {group.consignments.map((each) => (
              <li key={each.id} className="grid">
                <Link
                  to={`/runs/${code}/receive/${each.id}`}
                  className={`flex min-h-14 items-start gap-3 rounded-card border-2 bg-card p-3 text-ink no-underline shadow-card hover:border-sea ${each.receivedPackages === null ? "border-edge" : "border-mangrove"}`}
                >
                  <span className={each.receivedPackages === null ? "text-quiet" : "text-mangrove"}>
                    <HubIcon of={each.receivedPackages === null ? "receive" : "done"} large />
                  </span>
                  <span className="grid min-w-0 gap-1">
                    <span className="font-semibold text-sea">{each.orderNumber}</span>
                    {each.lines.map((line) => (
                      <span key={line.id}>
                        {formatQuantity(locale, line.quantityMilli)} {unitName(t, line.unit)} {line.name}
                      </span>
                    ))}
                    <span className="text-sm text-quiet">
                      {each.isReckoned ? "± " : ""}
                      {formatWeight(locale, each.grams)}
                    </span>
                    <span className="flex flex-wrap gap-2">
                      <Badge tone={each.receivedPackages === null ? "warn" : "good"}>
                        {each.receivedPackages === null
                          ? t("hub.receive.not-yet")
                          : t("hub.receive.packages-in", { count: each.receivedPackages })}
                      </Badge>
                      {each.reports > 0 ? <Badge tone="bad">{t("hub.reports", { count: each.reports })}</Badge> : null}
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
}
