import type { RuleStanding } from "#app/domain/rule-version.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";
import { formatPercent, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card } from "#app/ui/page.tsx";

type Version = {
  id: string;
  name: string;
  version: number;
  rule: SplitRule;
  isDefault: number;
  isCommon: boolean;
  standing: RuleStanding;
  decision: string;
  hasMinutes: boolean;
  effectiveFrom: string;
  createdBy: string;
  answeredBy: string | null;
  isOwn: boolean;
};
type Members = { id: string; name: string }[];

const TONES = { waiting: "warn", declined: "info", coming: "info", "in-force": "good", past: "info" } as const;

type RuleVersionsProps = { slug: string; versions: Version[]; members: Members; mayAnswer: boolean };

/** Every version there ever was: sold lines name the one that divided them. */
export function RuleVersions({ slug, versions, members, mayAnswer }: RuleVersionsProps) {
  return (
    <ol className="grid gap-3">
      {versions.map((version) => (
        <li key={version.id}>
          <Card>
            <Heading version={version} />
            <RuleInWords rule={version.rule} members={members} />
            <Decision slug={slug} version={version} />
            {version.standing === "waiting" ? (
              <Waiting slug={slug} version={version} mayAnswer={mayAnswer && !version.isOwn} />
            ) : null}
          </Card>
        </li>
      ))}
    </ol>
  );
}

function Heading({ version }: { version: Version }) {
  const { t, locale } = useWords();
  const { standing, isCommon, createdBy, answeredBy } = version;
  const day = formatShortDay(locale, version.effectiveFrom);
  return (
    <>
      <h3>
        {version.name} · {t("books.rules.version", { version: version.version })}{" "}
        <Badge tone={TONES[standing]}>
          {standing === "in-force" && isCommon ? t("books.rules.in-force") : t(`books.rules.standing.${standing}`)}
        </Badge>
      </h3>
      <p className="text-sm text-quiet">{t("books.rules.since", { day, name: createdBy })}</p>
      {answeredBy ? (
        <p className="text-sm text-quiet">
          {t(standing === "declined" ? "books.rules.declined-by" : "books.rules.agreed-by", { name: answeredBy })}
        </p>
      ) : null}
    </>
  );
}

function RuleInWords({ rule, members }: { rule: SplitRule; members: Members }) {
  const { t, locale } = useWords();
  const nameOf = (memberId: string): string =>
    members.find((member) => member.id === memberId)?.name ?? t("books.member");
  return (
    <>
      <p className="mt-2">
        {t(`method.${rule.method}`)}. {t("party.group-fund")}: {formatPercent(locale, rule.fundBasisPoints)}.
      </p>
      <ul className="list-disc ps-5">
        {[...rule.fixedCosts, ...rule.pieceRates].map((row) => (
          <li key={"name" in row ? row.name : row.step}>
            {"name" in row ? row.name : row.step}: <Amount amount={row.rupiahPerUnit} plain="agreed" />
          </li>
        ))}
        {rule.restTo ? <li>{t("books.rules.rest-for", { name: nameOf(rule.restTo) })}</li> : null}
        {rule.fixedShares.map((share) => (
          <li key={share.memberId}>
            {nameOf(share.memberId)}: {formatPercent(locale, share.basisPoints)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the meeting decided, in words and as the picture of its minutes. */
function Decision({ slug, version }: { slug: string; version: Version }) {
  const { t } = useWords();
  return (
    <>
      {version.decision ? <p className="mt-2 text-quiet">{version.decision}</p> : null}
      {version.hasMinutes ? (
        <p className="mt-2">
          <a href={`/books/${slug}/split-rules/${version.id}/minutes`}>{t("books.rules.see-minutes")}</a>
        </p>
      ) : null}
    </>
  );
}

function Waiting({ slug, version, mayAnswer }: { slug: string; version: Version; mayAnswer: boolean }) {
  const { t } = useWords();
  if (!mayAnswer) return <p className="mt-2">{t("books.rules.waits")}</p>;
  return (
    <FormFrame action={`/books/${slug}/split-rules/${version.id}/answer`} className="mt-3 grid gap-3 sm:grid-cols-2">
      <Button name="answer" value="approved">
        {t("books.rules.agree")}
      </Button>
      <Button name="answer" value="declined" look="second">
        {t("books.rules.decline")}
      </Button>
    </FormFrame>
  );
}
