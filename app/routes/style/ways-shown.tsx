import { useWords } from "#app/i18n/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Progress } from "#app/ui/progress.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { Trail } from "#app/ui/trail.tsx";

/** Where one is, and how far something has come. */
export function WaysShown({ isSample = false }: { isSample?: boolean }) {
  const { t } = useWords();
  const tabs = (
    <TabLinks
      label={t("style.navigation")}
      tabs={(["here", "other", "third"] as const).map((tab) => ({
        key: tab,
        to: "/gaya",
        label: t(`style.tab.${tab}`),
        isHere: tab === "here",
      }))}
    />
  );
  const steps = (
    <Steps
      isRow
      steps={(["placed", "paid", "packed", "delivered"] as const).map((step, at) => ({
        key: step,
        label: t(`buy.order.step.${step}`),
        isDone: at < 2,
      }))}
    />
  );
  const progress = (
    <Progress
      label={t("style.progress.lot")}
      value={140}
      max={200}
      text={t("style.progress.of", { done: 140, all: 200 })}
    />
  );
  if (isSample)
    return (
      <>
        {tabs}
        {steps}
        {progress}
      </>
    );
  return (
    <>
      <Section title={t("style.navigation")}>
        <Trail
          ways={[
            { to: "/", label: "Lumbung" },
            { to: "/groups", label: t("menu.groups") },
            { to: "/gaya", label: t("style.title") },
          ]}
        />
        <Trail ways={[{ to: "/gaya", label: t("style.long-name") }]} />
        {tabs}
        <Pagination page={2} hasNext linkTo={(page) => `/gaya?page=${page}`} />
      </Section>
      <Section title={t("style.progress")}>
        {steps}
        {progress}
        <Progress
          label={t("style.progress.lot")}
          value={0}
          max={200}
          text={t("style.progress.of", { done: 0, all: 200 })}
        />
      </Section>
    </>
  );
}
