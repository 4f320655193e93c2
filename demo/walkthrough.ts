import { mosquittoLine } from "./greta.ts";

/** Where the demo listens. */
export type Address = { readonly host: string; readonly mqttPort: number; readonly httpPort: number };

const usual: Address = { host: "127.0.0.1", mqttPort: 1883, httpPort: 8080 };

/**
 * From Greta's scale to a resolved alert with two programs that nobody here wrote: the lines of the README and the start
 * page, for one POSIX shell, one after the other. No date stands in them: what is promised is the latest that the platform
 * offers. `"1"` and `"2"` are the alert's versions, as the API's ETag gives them.
 */
export const walkthrough = (secret: string, { host, mqttPort, httpPort }: Address = usual) =>
  ({
    /** Her scale says 84.7 kg. */
    send: mosquittoLine(secret, { host, port: mqttPort }),
    signIn: [
      `API=http://${host}:${httpPort}/api/v1`,
      String.raw`TOKEN=$(curl -s $API/sessions -H 'content-type: application/json' -d '{"username":"karin","password":"hemvakt-demo","kind":"bearer"}' | sed 's/.*"token":"\([^"]*\).*/\1/')`,
    ],
    /** Follows what happens; in a terminal of its own, after signing in there. */
    listen: 'curl -N $API/events -H "authorization: Bearer $TOKEN"',
    list: [
      'LIST=$(curl -s "$API/alerts?patient=greta&limit=1" -H "authorization: Bearer $TOKEN"); echo "$LIST"',
      String.raw`ALERT=$(echo "$LIST" | sed 's/.*"items":\[{"id":"\([^"]*\).*/\1/')`,
      String.raw`DUE=$(echo "$LIST" | sed 's/.*"latestPromise":"\([^"]*\).*/\1/')`,
    ],
    acknowledge: [
      `curl -s $API/alerts/$ALERT/acknowledge -H "authorization: Bearer $TOKEN" -H 'if-match: "1"' -H 'content-type: application/json' -d '{"promise":{"text":"Jag ringer Greta","due":"'$DUE'"}}'`,
    ],
    resolve: [
      `curl -s $API/alerts/$ALERT/resolve -H "authorization: Bearer $TOKEN" -H 'if-match: "2"' -H 'content-type: application/json' -d '{"outcome":"true","action":"medication","note":"Furosemid i tre dagar"}'`,
    ],
  }) as const;
