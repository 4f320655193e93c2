import createFetchClient from "openapi-fetch";
import createQueryClient from "openapi-react-query";
import type { Schemas } from "../api/client.ts";
import { problemIn, Unreachable } from "../api/problem.ts";
import type { paths } from "../api/schema.d.ts";

/**
 * The API as a paired browser in a home calls it: by its own cookie, which no script can read, and with a header that a page
 * of another origin can't set. No session of staff's has anything to do with it.
 */
export const homeApi = createFetchClient<paths>({
  baseUrl: "/",
  credentials: "same-origin",
  headers: { "x-hemvakt-home": "1" },
});
homeApi.use({
  async onResponse({ response }) {
    if (!response.ok) throw await problemIn(response);
    return response;
  },
  onError({ error }) {
    return error instanceof TypeError ? new Unreachable() : undefined;
  },
});

export const homeQuery = createQueryClient(homeApi);

export type Home = Schemas["HomePage"];
export type Today = Schemas["HomeToday"];

/** How often it is read anew, in milliseconds: often enough for somebody who has just stepped on the scale and looks up. */
export const EVERY = 15_000;
