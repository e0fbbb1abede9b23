import { useWords } from "#app/i18n/words.tsx";
import { type DrawingOf, Photo, type PhotoShown, photoPath } from "#app/ui/photo.tsx";

/** Photos side by side to swipe through; each opens in full, the small ones below lead to it. Needs no JavaScript. */
export function Gallery({ name, kind, photos }: { name: string; kind: DrawingOf; photos: PhotoShown[] }) {
  const { t } = useWords();
  const frame = "aspect-square w-full sm:aspect-[4/3]";
  if (photos.length < 2)
    return (
      <div className="-mx-4 overflow-hidden sm:mx-0 sm:rounded-card">
        <Photo
          photo={photos[0] ?? null}
          drawing={kind}
          sizes="(min-width: 64rem) 40rem, 100vw"
          className={frame}
          eager
        />
      </div>
    );
  return (
    <section aria-label={t("listing.photos", { name })} className="grid min-w-0 gap-2">
      <ul className="-mx-4 flex snap-x snap-mandatory overflow-x-auto sm:mx-0 sm:rounded-card">
        {photos.map((photo, at) => (
          <li key={photo.id} id={`photo-${at + 1}`} className="w-full shrink-0 snap-center">
            <a href={photoPath(photo.id, 1280)} className="block">
              <Photo
                photo={photo}
                drawing={kind}
                sizes="(min-width: 64rem) 40rem, 100vw"
                className={frame}
                eager={at === 0}
              />
            </a>
          </li>
        ))}
      </ul>
      <ol className="flex flex-wrap gap-2">
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <a
              href={`#photo-${at + 1}`}
              aria-label={t("listing.photo.to", { number: at + 1, count: photos.length })}
              className="block overflow-hidden rounded-field border-2 border-line hover:border-sea"
            >
              <Photo photo={{ ...photo, alt: "" }} drawing={kind} sizes="4rem" className="size-14 sm:size-16" />
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
