// The typed client for what needs no sign-in.
import createClient from "openapi-fetch";
import type { paths } from "./schema";

export const open = createClient<paths>({ baseUrl: window.location.origin });
