import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { messageText } from "#app/i18n/message-text.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Empty, Page } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { readMessage } from "#app/usecases/account/read-message.ts";
import { door, notFound, safePath } from "#app/web/door.server.ts";
import { readForm, refused } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listOwnMessages } from "#db/read/messages.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "inbox.title");

const LAST_PAGE = 1000;

export const loader = door(async ({ ctx, url }) => {
  const asked = Number(url.searchParams.get("page") ?? "1");
  const page = Number.isInteger(asked) && asked >= 1 && asked <= LAST_PAGE ? asked : 1;
  const { messages, hasMore } = await listOwnMessages(ctx.actor, { page });
  return {
    page,
    hasMore,
    messages: messages.map(({ id, createdAt, readAt, ...message }) => ({
      id,
      createdAt,
      isUnread: readAt === null,
      ...messageText(ctx.locale, message),
    })),
  };
});

const ReadForm = z.object({ messageId: z.string().max(64).default("") });

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "see-account");
  const form = await readForm(request, ReadForm);
  if (!form.ok) return refused(form.state, form.status);
  const messageId = form.value.messageId || null;
  const { path } = await readMessage(ctx, { messageId });
  if (messageId !== null && path === null) throw notFound();
  return redirect(safePath(path, "/account/inbox"), 303);
});

export default function Inbox() {
  const { messages, page, hasMore } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("inbox.title")} back={{ to: "/account", label: t("nav.account") }} width="narrow">
      {messages.length === 0 ? <Empty text={t("inbox.none")} /> : null}
      {messages.some((message) => message.isUnread) ? (
        <FormFrame className="justify-self-start">
          <Button look="second">{t("inbox.read-all")}</Button>
        </FormFrame>
      ) : null}
      <ul className="grid gap-4">
        {messages.map((message) => (
          <li key={message.id}>
            <MessageCard message={message} />
          </li>
        ))}
      </ul>
      {page > 1 || hasMore ? (
        <nav className="flex flex-wrap justify-between gap-3" aria-label={t("inbox.title")}>
          {page > 1 ? (
            <ButtonLink to={`/account/inbox?page=${page - 1}`} look="second">
              {t("inbox.newer")}
            </ButtonLink>
          ) : null}
          {hasMore ? (
            <ButtonLink to={`/account/inbox?page=${page + 1}`} look="second">
              {t("inbox.older")}
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
      <p>
        <Link to="/account/messages" className="inline-flex min-h-11 items-center text-sea underline">
          {t("inbox.preferences")}
        </Link>
      </p>
    </Page>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["messages"][number];

function MessageCard({ message }: { message: Shown }) {
  const { t, locale } = useWords();
  const { id, subject, text, isUnread, createdAt } = message;
  return (
    <Card className={isUnread ? "border-s-8 border-s-sea" : ""}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 className="text-lg">
          <Sentence>{subject}</Sentence>
        </h2>
        {isUnread ? <Badge>{t("inbox.unread")}</Badge> : null}
      </div>
      <p className="mt-1">
        <Sentence>{text}</Sentence>
      </p>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-quiet">{formatMoment(locale, createdAt)}</p>
        <FormFrame>
          <Button look="second" name="messageId" value={id} aria-label={t("inbox.open-which", { subject })}>
            {t("inbox.open")}
          </Button>
        </FormFrame>
      </div>
    </Card>
  );
}
