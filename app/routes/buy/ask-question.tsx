import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { QuestionWords } from "#app/domain/review.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { askQuestion } from "#app/usecases/buy/ask-question.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { isAddress } from "#app/web/share.ts";
import { pageTitle } from "#app/web/title.ts";
import { findPublicListing } from "#db/read/listing-page.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "question.ask");

export const loader = door(async ({ ctx, param }) => {
  permit(ctx.actor, "ask-question");
  const slug = param("slug");
  const listing = isAddress(slug) ? await findPublicListing(slug) : undefined;
  if (!listing?.isForSale) throw notFound();
  return { slug, name: listing.name, group: listing.group.name, formKey: ctx.secrets.token() };
});

const QuestionForm = z.object({
  words: QuestionWords,
  formKey: z.string().min(20, { error: "form-broken" }).max(100, { error: "form-broken" }),
});

export const action = door(async ({ ctx, request, param }) => {
  permit(ctx.actor, "ask-question");
  const slug = param("slug");
  const form = await readForm(request, QuestionForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await askQuestion(ctx, { slug: isAddress(slug) ? slug : "", ...form.value });
  return answer.ok ? redirect(`/listings/${slug}#questions`) : refusedBy(answer, form.values);
});

export default function AskQuestion() {
  const { slug, name, group, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("question.ask")}
      lead={t("question.ask.lead", { name, group })}
      back={{ to: `/listings/${slug}`, label: name }}
      width="narrow"
    >
      <FormFrame state={state}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <TextArea name="words" label={t("question.words")} hint={t("question.words.hint")} maxLength={600} />
        <Button wide>{t("question.send")}</Button>
      </FormFrame>
    </Page>
  );
}
