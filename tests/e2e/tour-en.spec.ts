import { tourEveryPage } from "./tour.ts";

tourEveryPage("en");
