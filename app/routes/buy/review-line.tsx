import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MAX_ALT } from "#app/domain/listing.ts";
import { lineOfText } from "#app/domain/plain-text.ts";
import { MOST_STARS, ReviewWords, Stars as StarsField } from "#app/domain/review.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { PhotoField, RadioGroup, TextArea, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Page } from "#app/ui/page.tsx";
import { Stars } from "#app/ui/stars.tsx";
import { reviewLine } from "#app/usecases/buy/review-line.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findOrder } from "#db/read/orders.ts";
import { listReviewableLines } from "#db/read/reviews.ts";
import { refusedByKeeping, refusedKeeping, uploadOf } from "../sell/held-photo.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "review.write");

async function open({ ctx, param }: Door) {
  const order = await findOrder(ctx.actor, param("number"));
  const lines = order && (await listReviewableLines(ctx.actor, order.id));
  if (!order || !lines) throw notFound();
  return { number: order.number, lines };
}

export const loader = door(open);

const ReviewForm = z.object({
  line: z.string().max(64),
  stars: StarsField,
  words: ReviewWords.default(""),
  alt: lineOfText({ max: MAX_ALT, min: 0 }).default(""),
});

export const action = door(async (at) => {
  const { number, lines } = await open(at);
  const form = await readForm(at.request, ReviewForm);
  if (!form.ok) return refusedKeeping(at.ctx, form);
  const { line, ...said } = form.value;
  if (!lines.some((each) => each.id === line)) throw notFound();
  const upload = await uploadOf(at.ctx, form);
  const answer = await reviewLine(at.ctx, { orderLineId: line, ...said, upload });
  return answer.ok ? redirect(`/orders/${number}/reviews`) : refusedByKeeping(at.ctx, form, answer, { status: 422 });
});

export default function ReviewLine() {
  const { number, lines } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("review.write")}
      lead={t("review.write.lead")}
      back={{ to: `/orders/${number}`, label: t("buy.order.title", { number }) }}
      width="narrow"
    >
      {lines.length === 0 ? <Empty text={t("review.write.none")} /> : null}
      {lines.map((line) => (
        <Card key={line.id} className="grid gap-3">
          <h2>
            <Link to={`/listings/${line.listingSlug}`}>
              {[line.listingName, line.variantName].filter(Boolean).join(", ")}
            </Link>
          </h2>
          {line.stars === null ? (
            <ReviewFields line={line.id} state={state?.values.line?.[0] === line.id ? state : undefined} />
          ) : (
            <>
              <p>
                {t("review.yours")} <Stars stars={line.stars} />
              </p>
              {line.words ? <p className="whitespace-pre-line">{line.words}</p> : null}
            </>
          )}
        </Card>
      ))}
    </Page>
  );
}

type State = { errors: Record<string, string>; values: Record<string, string[]> };

function ReviewFields({ line, state }: { line: string; state: State | undefined }) {
  const { t } = useWords();
  return (
    <FormFrame state={state} multipart>
      <input type="hidden" name="line" value={line} />
      <RadioGroup
        name="stars"
        label={t("review.stars.label")}
        options={Array.from({ length: MOST_STARS }, (_, at) => {
          const stars = MOST_STARS - at;
          return { value: String(stars), label: <Stars stars={stars} /> };
        })}
      />
      <TextArea name="words" label={t("review.words")} hint={t("review.words.hint")} maxLength={1100} optional />
      <PhotoField name="photo" label={t("review.photo")} optional />
      <TextField name="alt" label={t("sell.field.alt")} maxLength={200} optional />
      <Button wide>{t("review.send")}</Button>
    </FormFrame>
  );
}
