import { MAX_PHOTOS } from "#app/domain/listing.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { PhotoField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card } from "#app/ui/page.tsx";

type State = { errors: Record<string, string>; values: Record<string, string[]> };
type Photo = { id: string; alt: string; width: number; height: number };
type Shown = { photos: Photo[]; action: string; state: State | undefined };

/** A listing's photos, each with its words; below them the form for one more. */
export function ListingPhotos({ photos, action, state }: Shown) {
  const { t } = useWords();
  const about = state?.values.photoId?.[0] ?? "";
  return (
    <div className="grid gap-4">
      <p className="text-quiet">{t("sell.photos.count", { count: photos.length })}</p>
      {photos.map((photo, at) => (
        <PhotoCard
          key={photo.id}
          photo={photo}
          number={at + 1}
          action={action}
          state={about === photo.id ? state : undefined}
        />
      ))}
      {photos.length < MAX_PHOTOS ? (
        <Card>
          <FormFrame action={action} state={about === "" ? state : undefined} multipart>
            <PhotoField name="photo" label={t("sell.field.photo")} hint={t("sell.field.photo.hint")} />
            <TextField name="alt" label={t("sell.field.alt")} hint={t("sell.field.alt.hint")} maxLength={200} />
            <Button name="do" value="add" look="second">
              {t("sell.photos.add")}
            </Button>
          </FormFrame>
        </Card>
      ) : null}
    </div>
  );
}

type PhotoCardProps = { photo: Photo; number: number; action: string; state: State | undefined };

function PhotoCard({ photo, number, action, state }: PhotoCardProps) {
  const { t } = useWords();
  const size = { width: 320, height: Math.round((320 * photo.height) / Math.max(1, photo.width)) };
  return (
    <Card>
      <FormFrame action={action} state={state} defaults={{ alt: photo.alt }} className="grid gap-4">
        <input type="hidden" name="photoId" value={photo.id} />
        <h3>{t("sell.photos.number", { number })}</h3>
        <img
          src={`/photos/${photo.id}/320`}
          alt={photo.alt}
          {...size}
          loading="lazy"
          className="h-auto max-h-60 w-auto max-w-full rounded-field"
        />
        <TextField name="alt" label={t("sell.field.alt")} hint={t("sell.field.alt.hint")} maxLength={200} />
        <div className="flex flex-wrap gap-3">
          <Button name="do" value="describe" look="second">
            {t("sell.photos.describe")}
          </Button>
          {number > 1 ? (
            <Button name="do" value="first" look="second">
              {t("sell.photos.first")}
            </Button>
          ) : null}
          <Button name="do" value="remove" look="danger">
            {t("sell.photos.remove")}
          </Button>
        </div>
      </FormFrame>
    </Card>
  );
}
