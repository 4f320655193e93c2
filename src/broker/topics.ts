/**
 * The topic tree: everything of a hub lies below `hv/v1/<hub>/`. What a hub may send, what it may hear, and to which
 * hub a topic belongs are all decided here.
 */

/** What a hub may publish to, below its own tree. */
export const hubChannels = ["readings", "gatt", "state", "prompted", "messages"] as const;
export type Channel = (typeof hubChannels)[number] | "unknown";

/** What only the platform publishes; a hub that did so would answer itself in the platform's name. */
const platformChannels: readonly string[] = ["receipts", "prompts"];

const root = "hv/v1/";

/** The second level of integrators' topics (`hv/v1/teams/…`) would be the tree of a hub of that name. */
const reservedIds: readonly string[] = ["teams"];

/**
 * An integration signs in as `teams/<its id>`, which no hub can be called: it hears `hv/v1/teams/<team>/alerts` of its teams
 * and says nothing.
 */
export const integrationOf = (id: string): string | undefined => /^teams\/([A-Za-z0-9._-]{1,64})$/.exec(id)?.[1];

/** Where a team's alerts are published. */
export const alertsTopic = (team: string): string => `${root}teams/${team}/alerts`;

/** The team whose alerts a topic is for; undefined for any other topic. */
export const teamOfTopic = (topic: string): string | undefined =>
  /^hv\/v1\/teams\/([A-Za-z0-9._-]{1,64})\/alerts$/.exec(topic)?.[1];

/** Who a session belongs to, by its key `<id>/<client id>`: an integration's id has a slash of its own. */
export function ownerOf(key: string): string {
  const first = key.indexOf("/");
  return key.startsWith("teams/") ? key.slice(0, key.indexOf("/", first + 1)) : key.slice(0, first);
}

/** Whether a text can be a hub's id. */
export const isHubId = (text: string): boolean => /^[A-Za-z0-9._-]{1,64}$/.test(text) && !reservedIds.includes(text);

/** The beginning of every topic of a hub. */
export const hubTree = (hub: string): string => `${root}${hub}/`;

/** The hub whose tree a topic or filter lies in; undefined outside all trees. Wildcards are not looked at. */
export function hubOfTopic(topic: string): string | undefined {
  if (!topic.startsWith(root)) return undefined;
  const end = topic.indexOf("/", root.length);
  return end > root.length ? topic.slice(root.length, end) : undefined;
}

/** The channel of a topic that this hub publishes to; undefined when it may not. */
export function channelOf(hub: string, topic: string): Channel | undefined {
  const tree = hubTree(hub);
  if (!topic.startsWith(tree) || integrationOf(hub) !== undefined) return undefined;
  const rest = topic.slice(tree.length);
  if (platformChannels.includes(rest)) return undefined;
  return hubChannels.find((channel) => channel === rest) ?? "unknown";
}

/** Whether everything that a filter can match, but for the bare tree itself, belongs to this hub. */
export const filterBelongs = (hub: string, filter: string): boolean => filter.startsWith(hubTree(hub));

/**
 * Whether a filter keeps the wildcard rules: `#` alone on the last level [MQTT-4.7.1-2], `+` alone on its level
 * [MQTT-4.7.1-3], at least one character [MQTT-4.7.3-1].
 */
export function isFilter(filter: string): boolean {
  if (filter === "") return false;
  if (!/[#+]/.test(filter)) return true;
  const levels = filter.split("/");
  return levels.every((level, index) =>
    level.includes("#") ? level === "#" && index === levels.length - 1 : !level.includes("+") || level === "+",
  );
}

/** Whether a valid filter matches a topic name (MQTT 3.1.1 §4.7.1); both below `hv/`, so no topic begins with `$`. */
export function matches(filter: string, topic: string): boolean {
  if (filter === topic) return true;
  if (!/[#+]/.test(filter)) return false;
  const wanted = filter.split("/");
  const levels = topic.split("/");
  for (const [index, level] of wanted.entries()) {
    // "#" also matches its parent: "a/#" matches "a" (§4.7.1.2).
    if (level === "#") return true;
    if (index >= levels.length) return false;
    if (level !== "+" && level !== levels[index]) return false;
  }
  return wanted.length === levels.length;
}

/** aedes and its matcher take at most this many levels. */
export const maxLevels = 100;

/** Whether a topic or filter has more levels than are taken. */
export const isTooDeep = (topic: string): boolean => topic.length >= maxLevels && topic.split("/").length > maxLevels;
