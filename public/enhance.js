// Small conveniences for pages that already work without this file.

// A second press while the first is under way does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  for (const button of form.querySelectorAll("button[type=submit]")) button.setAttribute("aria-busy", "true");
});
// Back from the browser's memory: the form may be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// After a refusal the summary is read out first, and each line says of which field it speaks.
for (const link of document.querySelectorAll("[role=alert] a[href^='#']")) {
  const field = document.getElementById(link.hash.slice(1));
  const label = field?.labels?.[0] ?? field?.querySelector("legend");
  if (label) link.prepend(`${label.textContent.trim()}: `);
}
document.querySelector("[role=alert][tabindex]:not([data-sample] *)")?.focus();

// Paper: a button that only a browser with JavaScript can honour appears only there.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Photos: show the chosen one, and shrink it here so that a slow line carries less. Where the browser cannot, it is sent as it is.
const LONGEST_SIDE = 1600;
async function shrinkPhoto(input) {
  const [file] = input.files;
  input.parentElement.querySelector("canvas")?.remove();
  if (!file || !("createImageBitmap" in window)) return;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  // Another photo may have been chosen meanwhile.
  if (input.files[0] !== file) return;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  canvas.className = "mt-2 h-auto max-h-60 w-auto max-w-full rounded-field";
  canvas.setAttribute("aria-hidden", "true");
  input.after(canvas);
  const small = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  // Some photos are small already.
  if (!small || small.size >= file.size || input.files[0] !== file) return;
  const chosen = new DataTransfer();
  chosen.items.add(new File([small], "foto.jpg", { type: "image/jpeg" }));
  input.files = chosen.files;
}
document.addEventListener("change", (event) => {
  const input = event.target;
  if (input.type !== "file" || !input.accept?.includes("image/")) return;
  shrinkPhoto(input).catch(() => undefined);
});
