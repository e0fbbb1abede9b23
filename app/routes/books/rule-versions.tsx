import type { SplitRule } from "#app/domain/split-rule.ts";
import { formatPercent, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Money } from "#app/ui/money.tsx";
import { Badge, Card } from "#app/ui/page.tsx";

type Version = {
  id: string;
  name: string;
  version: number;
  rule: SplitRule;
  isDefault: number;
  decision: string;
  effectiveFrom: string;
  createdBy: string;
};

/** Every version there ever was: sold lines name the one that divided them. */
export function RuleVersions({ versions, members }: { versions: Version[]; members: { id: string; name: string }[] }) {
  const { t, locale } = useWords();
  return (
    <ol className="grid gap-3">
      {versions.map((version) => (
        <li key={version.id}>
          <Card>
            <h3>
              {version.name} · {t("books.rules.version", { version: version.version })}{" "}
              {version.isDefault ? <Badge tone="good">{t("books.rules.in-force")}</Badge> : null}
            </h3>
            <p className="text-sm text-quiet">
              {t("books.rules.since", { day: formatShortDay(locale, version.effectiveFrom), name: version.createdBy })}
            </p>
            <p className="mt-2">
              {t(`method.${version.rule.method}`)}. {t("party.group-fund")}:{" "}
              {formatPercent(locale, version.rule.fundBasisPoints)}.
            </p>
            <ul className="list-disc ps-5">
              {version.rule.fixedCosts.map((cost) => (
                <li key={cost.name}>
                  {cost.name}: <Money amount={cost.rupiahPerUnit} />
                </li>
              ))}
              {version.rule.pieceRates.map((rate) => (
                <li key={rate.step}>
                  {rate.step}: <Money amount={rate.rupiahPerUnit} />
                </li>
              ))}
              {version.rule.fixedShares.map((share) => (
                <li key={share.memberId}>
                  {members.find((member) => member.id === share.memberId)?.name ?? t("books.member")}:{" "}
                  {formatPercent(locale, share.basisPoints)}
                </li>
              ))}
            </ul>
            {version.decision ? <p className="mt-2 text-quiet">{version.decision}</p> : null}
          </Card>
        </li>
      ))}
    </ol>
  );
}
