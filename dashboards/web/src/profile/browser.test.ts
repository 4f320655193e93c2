import { expect, it } from "vitest";
import { labelOf } from "./browser.ts";

it.each([
  ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/145.0.0.0 Mobile Safari/537.36", "Chrome, Android"],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/145.0.0.0 Safari/537.36 Edg/145.0.0.0", "Edge, Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1", "Safari, iPhone"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", "Firefox, Linux"],
  ["curl/8", "?"],
])("%s", (userAgent, label) => expect(labelOf(userAgent)).toBe(label));
