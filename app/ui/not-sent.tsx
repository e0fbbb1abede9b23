import { useContext } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { PageRequest } from "./page-request.ts";

/**
 * Where public/send-later.js shows what a phone without a line still has to send. Without the script, or with nothing to send, it stays
 * hidden. `who` names the person, so that what one has written on a shared phone is not sent as another.
 */
export function NotSent({ who }: { who: string }) {
  const { t } = useWords();
  const { nonce } = useContext(PageRequest);
  return (
    <>
      <section
        id="not-sent"
        hidden
        data-who={who}
        data-failed={t("later.failed")}
        data-signed-out={t("later.signed-out")}
        data-photo={t("later.photo")}
        data-kept={t("later.kept")}
        data-drop={t("later.drop")}
        className="grid gap-3 rounded-card border-s-8 border-gold bg-gold-soft p-4 text-gold-ink print:hidden"
        aria-labelledby="not-sent-title"
      >
        <h2 id="not-sent-title">{t("later.title")}</h2>
        <p>{t("later.lead")}</p>
        <ul className="grid gap-2" role="status" />
        <button
          type="button"
          className="min-h-11 justify-self-start rounded-field border-2 border-sea bg-card px-4 py-2 font-semibold text-sea"
        >
          {t("later.now")}
        </button>
      </section>
      <script type="module" src="/send-later.js" nonce={nonce} />
    </>
  );
}
