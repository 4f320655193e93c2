import type { FastifyRequest } from "fastify";
import { tokenDigest } from "../auth/tokens.ts";
import { HemvaktError } from "../errors.ts";
import { type AtHome, type HomePageRow, shownOn } from "../store/sqlite/home-pages.ts";

/** The cookie of a browser in a home. It is no session of staff's, and a session of staff's opens no page. */

/** `__Host-` makes browsers insist on Secure, Path=/ and no Domain (RFC 6265bis §4.1.3.2). */
export const homeCookie = (secure: boolean): string => (secure ? "__Host-hemvakt-home" : "hemvakt-home");

/** The header that changes need: a page of another origin can't set it (OWASP: custom request headers against CSRF). */
export const homeHeader = "x-hemvakt-home";

/** A page, and whom it shows now. */
export type Home = { readonly page: HomePageRow; readonly people: readonly AtHome[] };

/**
 * @throws HemvaktError `PAGE_UNPAIRED` without a cookie, after the hub was given back or revoked, or somebody else has it;
 *   `CSRF` for a change without the header
 */
export function requireHome(request: FastifyRequest, cookie: string): Home {
  const { db, clock } = request.server.hemvakt;
  const token = request.cookies[cookie];
  const page =
    token === undefined
      ? undefined
      : db.get<HomePageRow>("SELECT * FROM home_page WHERE token = ?", tokenDigest(token));
  const people = page ? shownOn(db, page, clock.now()) : [];
  if (!page || people.length === 0) throw new HemvaktError("PAGE_UNPAIRED");
  if (request.method !== "GET" && request.headers[homeHeader] !== "1") throw new HemvaktError("CSRF");
  return { page, people };
}

/** One of those whom the page shows, by their number on it, from 1. @throws HemvaktError `NOT_FOUND` */
export function requirePerson({ people }: Home, person: number): AtHome {
  const found = people[person - 1];
  if (!found) throw new HemvaktError("NOT_FOUND");
  return found;
}
