// The typed client of the API: paths, parameters and answers are those of the OpenAPI document.
import createClient from "openapi-fetch";
import type { paths } from "./schema";
import { fetchSignedIn } from "./session";

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request) => fetchSignedIn(request),
});
