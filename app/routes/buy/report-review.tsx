import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { JudgeWords } from "#app/domain/review.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Notice, Page } from "#app/ui/page.tsx";
import { Stars } from "#app/ui/stars.tsx";
import { reportReview } from "#app/usecases/buy/report-review.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findReview } from "#db/read/reviews.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "review.report.title");

async function open({ ctx, param }: Door) {
  permit(ctx.actor, "report-review");
  const id = param("review");
  const review = /^[\w-]{1,64}$/.test(id) ? await findReview(id) : undefined;
  if (!review || review.hiddenAt) throw notFound();
  return review;
}

export const loader = door(async (at) => {
  const { authorName, stars, words, listing } = await open(at);
  return { authorName, stars, words, listing, isSent: at.url.searchParams.has("sent") };
});

const ReportForm = z.object({ words: JudgeWords });

export const action = door(async (at) => {
  const review = await open(at);
  const form = await readForm(at.request, ReportForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await reportReview(at.ctx, { reviewId: review.id, words: form.value.words });
  return answer.ok ? redirect(`/reviews/${review.id}/report?sent`) : refusedBy(answer, form.values);
});

export default function ReportReview() {
  const { authorName, stars, words, listing, isSent } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("review.report.title")}
      lead={t("review.report.lead")}
      back={{ to: `/listings/${listing.slug}`, label: listing.name }}
      width="narrow"
    >
      {isSent ? <Notice tone="good">{t("review.report.sent")}</Notice> : null}
      <Card>
        <p>
          <Stars stars={stars} /> <strong>{authorName}</strong>
        </p>
        <p className="whitespace-pre-line">{words}</p>
      </Card>
      {isSent ? null : (
        <FormFrame state={state}>
          <TextField name="words" label={t("review.report.words")} maxLength={400} autoComplete="off" />
          <Button wide>{t("review.report.send")}</Button>
        </FormFrame>
      )}
    </Page>
  );
}
