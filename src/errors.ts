/**
 * Every coded answer Hemvakt gives, in one place: what happened, whose move it is, what to do, and whether trying the
 * same thing again can help. The HTTP status applies where the answer goes out over the API; on MQTT the code travels
 * in the receipt. `docs/errors.md` is generated from this table.
 */
type ErrorEntry = {
  /** HTTP status when answered over the API. */
  readonly status: number;
  /** What happened, in plain words. */
  readonly title: string;
  /** Whose move it is and what to do. */
  readonly action: string;
  /** Whether the same request may succeed later, unchanged. */
  readonly retryable: boolean;
};

const entry = (status: number, title: string, action: string, retryable = false): ErrorEntry => ({
  status,
  title,
  action,
  retryable,
});

export const errorCatalogue = {
  // Device messages: answered in receipts, kept in quarantine.
  PAYLOAD_NOT_JSON: entry(400, "The payload is not JSON.", "Hub: send a UTF-8 JSON object as in the device contract."),
  PAYLOAD_SHAPE: entry(
    400,
    "The payload has a missing or wrong field.",
    "Hub: compare with the JSON Schema at /api/v1/schemas.",
  ),
  PAYLOAD_TOO_LARGE: entry(
    413,
    "The payload is larger than allowed.",
    "Hub: split the readings over several messages.",
  ),
  TOPIC_UNKNOWN: entry(
    404,
    "The topic is not part of the contract.",
    "Hub: publish to readings, gatt, state or prompted.",
  ),
  CHARACTERISTIC_UNKNOWN: entry(
    422,
    "No decoder knows this Bluetooth characteristic.",
    "Technician: check the device model; the raw bytes are kept.",
  ),
  DECODE_TRUNCATED: entry(422, "The notification is shorter than its flags say.", "Hub: forward notifications whole."),
  DECODE_TRAILING: entry(422, "The notification is longer than its flags say.", "Technician: check the device model."),
  DECODE_HEX: entry(422, "The notification is not hexadecimal.", "Hub: send an even number of hexadecimal digits."),
  DECODE_RESERVED: entry(
    422,
    "The notification uses a value that the profile reserves.",
    "Technician: check the device model and firmware.",
  ),
  MEASUREMENT_UNSUCCESSFUL: entry(
    422,
    "The device says that the measurement failed.",
    "Patient: measure again. Technician: look at the device if it repeats.",
  ),
  UNIT_UNKNOWN: entry(
    422,
    "The unit does not belong to this kind of reading.",
    "Hub: use a unit of the device contract.",
  ),
  NOTHING_TO_KEEP: entry(
    422,
    "The notification holds nothing that is kept as a reading.",
    "Hub: it may be left out; what is kept comes in a notification of its own.",
  ),
  VALUE_NOT_FINITE: entry(422, "The device sent a special value instead of a number.", "Patient: measure again."),
  VALUE_IMPLAUSIBLE: entry(
    422,
    "The value lies outside what a living adult can have.",
    "Technician: check scale factor and user. The raw value is kept.",
  ),
  READING_NOT_CLINICAL: entry(
    422,
    "The device marks this as demonstration, test, invalid or unavailable data.",
    "Technician: check the device's mode. The reading is kept and not used.",
  ),
  MESSAGE_ID_REUSED: entry(
    409,
    "This message id was used before with other bytes.",
    "Hub: give each message its own id. The readings were judged one by one.",
  ),
  DEVICE_UNKNOWN: entry(
    404,
    "The device is not registered on this hub.",
    "Technician: register the device and assign it. The readings are kept.",
  ),
  DEVICE_UNASSIGNED: entry(
    404,
    "Nobody was assigned to the device when this was measured.",
    "Technician: assign the device, back-dated if needed. The readings are kept.",
  ),
  USER_SLOT_UNKNOWN: entry(
    422,
    "Several people use this device and the reading does not say whose it is.",
    "Technician: check the user slots. The reading is kept and given to nobody.",
  ),
  CLOCK_UNSET: entry(
    422,
    "The device's clock is not set and it sent several readings at once.",
    "Technician: set the device's clock. The readings are kept as history without a time of their own.",
  ),
  CLOCK_WRONG: entry(
    422,
    "The device's clock is wrong.",
    "Technician: set the device's clock. The reading is dated by when it was received.",
  ),
  DEVICE_BATTERY_LOW: entry(
    422,
    "The device's battery is nearly empty.",
    "Technician: have the battery changed or charged; readings will soon stop.",
  ),
  DEVICE_FAILING: entry(
    422,
    "The device keeps sending what can't be used as a value.",
    "Technician: look at the device, its model and its clock.",
  ),
  HUB_OFFLINE: entry(
    503,
    "The hub has not been connected for more than 30 minutes.",
    "Technician: ring the home; it may be switched off or without network.",
    true,
  ),
  HUBS_OFFLINE: entry(
    503,
    "Many hubs went away within the same minutes.",
    "Operator: look at the network, the certificate and the supplier of connections before anybody rings homes.",
    true,
  ),
  ENGINE_FAILED: entry(
    500,
    "The reading is stored but judging it failed.",
    "Team: look at the reading yourselves. Operator: the fault is in the log; report it.",
  ),

  // MQTT connections: counted and logged; MQTT 3.1.1 has no room for a reason.
  MQTT_CONNECT_TOO_LARGE: entry(413, "CONNECT is larger than allowed before authentication.", "Hub: use short ids."),
  MQTT_PACKET_TOO_LARGE: entry(413, "The MQTT packet is larger than allowed.", "Hub: split the message."),
  MQTT_MALFORMED: entry(400, "The bytes are not a valid MQTT 3.1.1 packet.", "Hub: fix the MQTT client."),
  MQTT_STRING_INVALID: entry(400, "A string is not valid UTF-8 or holds U+0000.", "Hub: fix the MQTT client."),
  MQTT_PACKET_ID_ZERO: entry(400, "A packet that needs an identifier has identifier 0.", "Hub: fix the MQTT client."),
  MQTT_TOPIC_INVALID: entry(400, "The topic name is empty or has a wildcard.", "Hub: publish to a plain topic."),
  MQTT_FILTER_INVALID: entry(400, "The topic filter breaks the wildcard rules.", "Hub: fix the subscription."),
  MQTT_WILL_INVALID: entry(
    403,
    "The will is not the hub's own state topic.",
    "Hub: set the will to hv/v1/<hub>/state.",
  ),
  MQTT_CLIENT_ID_EMPTY: entry(
    400,
    "A persistent session needs a client id.",
    "Hub: send a client id or clean session 1.",
  ),
  MQTT_VERSION: entry(400, "The MQTT version is not 3.1 or 3.1.1.", "Hub: connect with MQTT 3.1.1."),
  MQTT_CREDENTIALS: entry(401, "Unknown hub or wrong secret.", "Technician: provision the hub again."),
  MQTT_REVOKED: entry(401, "The hub's secret has been revoked.", "Technician: give the hub a new secret."),
  MQTT_SECRET_REPLACED: entry(
    401,
    "The hub has a new secret; the connection was made with the former one.",
    "Hub: connect with the new secret. Technician: if it does not come back, provision it again.",
  ),
  MQTT_HUB_RETURNED: entry(
    401,
    "The hub or a device behind it changed hands; its session ended so that nothing of the former patient is left in it.",
    "Hub: connect again; the session begins empty.",
  ),
  MQTT_TOPIC_FORBIDDEN: entry(403, "The topic belongs to somebody else.", "Technician: check the hub's configuration."),
  MQTT_CONNECTION_LIMIT: entry(429, "The hub has too many connections.", "Hub: close the old connection first.", true),
  MQTT_RATE_LIMIT: entry(
    429,
    "The hub sends faster than allowed.",
    "Hub: nothing is lost; the connection is paused.",
    true,
  ),
  MQTT_PLAINTEXT_REFUSED: entry(
    403,
    "Plain MQTT is only served on loopback.",
    "Operator: set HEMVAKT_TLS_KEY and HEMVAKT_TLS_CERT, or HEMVAKT_HOST=127.0.0.1.",
  ),

  // The API.
  REQUEST_SHAPE: entry(400, "A field is missing or has a wrong value.", "Caller: see the fields listed in `errors`."),
  REQUEST_BODY: entry(400, "The body could not be read.", "Caller: send valid JSON with the right content type."),
  UNAUTHENTICATED: entry(401, "Not signed in, or the session has ended.", "Caller: sign in again."),
  CREDENTIALS_WRONG: entry(
    401,
    "Wrong user name or password.",
    "Caller: try again; after several tries wait a minute.",
  ),
  CSRF: entry(403, "The request did not come from Hemvakt's own page.", "Caller: send the X-CSRF-Token header."),
  FORBIDDEN: entry(403, "Your role does not allow this.", "Caller: ask an administrator of your unit."),
  NOT_FOUND: entry(404, "There is no such thing, or it is not yours to see.", "Caller: check the address."),
  METHOD_NOT_ALLOWED: entry(405, "The address does not take this method.", "Caller: see the API description."),
  ALERT_TRANSITION: entry(
    409,
    "The alert is not in a state where this is possible.",
    "Caller: read the alert again; a colleague may have acted.",
  ),
  PROMISE_TOO_LATE: entry(422, "The promise reaches beyond what is allowed.", "Caller: promise an earlier time."),
  PROMISE_PAST: entry(422, "The promise lies in the past.", "Caller: promise a time to come."),
  PRECONDITION_REQUIRED: entry(428, "If-Match is missing.", "Caller: send the ETag that you read."),
  PRECONDITION_FAILED: entry(412, "Somebody changed it since you read it.", "Caller: read it again, then decide."),
  IDEMPOTENCY_REUSED: entry(
    422,
    "The idempotency key was used for another request.",
    "Caller: use a new key for each new request.",
  ),
  ALREADY_EXISTS: entry(409, "It exists already.", "Caller: choose another id, or change the existing one."),
  READING_STATE: entry(
    409,
    "The reading is not in a state where this is possible.",
    "Caller: read the reading again; it may have been moved, excluded or included by a colleague.",
  ),
  ASSIGNMENT_OVERLAP: entry(
    409,
    "The device and user slot already belong to somebody in that period.",
    "Technician: end the other assignment first.",
  ),
  PLAN_BACKDATED: entry(
    422,
    "A plan can't be valid before it is signed.",
    "Caller: set validFrom to signing or later.",
  ),
  SECRET_WEAK: entry(422, "The hub secret is weaker than 128 bits.", "Technician: let the platform make the secret."),
  PROVISIONING_CODE: entry(
    401,
    "There is no such hub, or the code is wrong, used or expired.",
    "Technician: make a new code for the hub.",
  ),
  EQUIPMENT_PLACE: entry(
    409,
    "Where the hub or device is now does not allow this.",
    "Technician: see where it is; bring what is in repair back into stock first.",
  ),
  EQUIPMENT_NOT_LENT: entry(409, "Nobody has the hub or device now.", "Technician: check the id; lend it first."),
  EQUIPMENT_NOT_EMPTIED: entry(
    409,
    "The hub has not been connected since its last patient; it may still hold that patient's readings.",
    "Technician: switch the hub on until it has been online, or say that its memory was emptied by hand.",
  ),
  RATE_LIMIT: entry(429, "Too many requests.", "Caller: wait as long as Retry-After says.", true),
  STORE_UNAVAILABLE: entry(
    503,
    "The store can't be written right now; nothing was acknowledged.",
    "Operator: look at disk space and the log. Caller: try again.",
    true,
  ),
  HEARTBEAT_STOPPED: entry(
    503,
    "The platform's own message has not come through the whole path for too long.",
    "Operator: look at the log and the disk; what homes send is probably not stored either.",
    true,
  ),
  REHEARSAL_TOO_LARGE: entry(422, "There are more readings than a rehearsal takes.", "Caller: rehearse fewer days."),
  OVERLOADED: entry(503, "More is waiting than the platform takes on.", "Caller: try again in a moment.", true),
  INTERNAL: entry(500, "Something failed that should not.", "Operator: find the request id in the log and report it."),

  // Trends that InfluxDB should have answered: the store answers instead, and the answer names the code.
  TRENDS_UNREACHABLE: entry(
    503,
    "InfluxDB did not answer a trend in time.",
    "Operator: look at InfluxDB. The store answers meanwhile; InfluxDB is asked again by itself.",
    true,
  ),
  TRENDS_REFUSED: entry(
    502,
    "InfluxDB refused a trend's query.",
    "Operator: check HEMVAKT_INFLUX_TOKEN (it must be allowed to read the bucket), HEMVAKT_INFLUX_ORG and HEMVAKT_INFLUX_BUCKET.",
  ),
  TRENDS_DIFFER: entry(
    502,
    "InfluxDB's trend has not the readings that the store has; the store's was given.",
    "Operator: see docs/influx.md, Trends: a bucket that forgets, another key, or data that somebody deleted.",
  ),
  TRENDS_BEHIND: entry(
    503,
    "Too much has not been passed on to InfluxDB yet.",
    "Operator: nothing, unless hemvakt_outbox_waiting grows. The store answers meanwhile.",
    true,
  ),
  TRENDS_TOO_LARGE: entry(
    422,
    "The trend has more values than are fetched from InfluxDB.",
    "Operator: nothing. The store answers such trends.",
  ),

  // Region files, configuration, simulation.
  REGION_SYNTAX: entry(400, "The region file is not valid YAML or JSON.", "Author: fix the line named."),
  REGION_FIELD: entry(400, "The region file has a wrong field.", "Author: fix the line and field named."),
  REGION_REFERENCE: entry(400, "The region file refers to something it does not define.", "Author: fix the reference."),
  SERIES_INVALID: entry(
    400,
    "The series can't be sent as it is.",
    "Operator: fix the mapping or the lines named, or leave such lines out with --skip-bad-lines.",
  ),
  PLAN_FILE: entry(400, "The file is not a care plan.", "Author: fix the fields named."),
  API_UNREACHABLE: entry(
    503,
    "The platform does not answer at this address.",
    "Operator: set HEMVAKT_URL to where Hemvakt serves its API, and see that it runs.",
    true,
  ),
  REAUTHENTICATION_REQUIRED: entry(
    403,
    "A signature needs your password again; it was last given more than five minutes ago.",
    "Caller: confirm at /sessions/current/confirmation, then send the same request again.",
  ),
  PLAN_ALTERED: entry(
    409,
    "The plan is not as it was signed.",
    "Operator: restore a backup, or find out who has written to the store; until then a professional signs a new version.",
  ),
  ENROLMENT_ENDED: entry(
    409,
    "The patient is no longer being watched over.",
    "Caller: nothing goes to this home any more; if that is wrong, make the patient active again first.",
  ),
  ENROLMENT_UNCHANGED: entry(409, "The patient's enrolment is that already.", "Caller: nothing; look at it again."),
  PHYSICIAN_REQUIRED: entry(
    403,
    "The plan has a new text that changes treatment; only a physician signs that.",
    "Caller: ask a physician to sign the draft.",
  ),
  DRAFT_CLOSED: entry(409, "The draft has been signed or discarded.", "Caller: begin another draft."),
  DRAFT_OUTDATED: entry(
    409,
    "Another version has been signed since the draft was begun.",
    "Caller: look at the differences, bring the draft up to that version, then sign.",
  ),
  CONFIG_INVALID: entry(400, "A setting is missing or wrong.", "Operator: set the variable named."),
  DATA_IN_USE: entry(409, "Another Hemvakt uses this data folder.", "Operator: stop it, or set HEMVAKT_DATA."),
  DATA_TOO_NEW: entry(
    409,
    "The data were written by a newer Hemvakt.",
    "Operator: run that version or restore a backup.",
  ),
  BACKUP_EXISTS: entry(
    409,
    "Something stands where the backup should be.",
    "Operator: name a folder that isn't there.",
  ),
  BACKUP_INVALID: entry(
    422,
    "This is not a whole and unaltered backup.",
    "Operator: take another backup; this one can't be restored.",
  ),
  CHECKPOINT_INVALID: entry(
    422,
    "The copy of the store at which replaying begins is missing or not as it was written.",
    "Operator: put checkpoint.db back from a backup; what is stored is whole, but decisions can't be replayed without it.",
  ),
  RESTORE_TARGET: entry(
    409,
    "The backup can't be restored to this data folder.",
    "Operator: name an empty folder, or let --replace move the present one aside.",
  ),
  COPY_FAILED: entry(
    503,
    "The copy could not be written; nothing of it was left.",
    "Operator: look at disk space and permissions, then try again.",
    true,
  ),
  TEAM_CLOSED: entry(409, "The team is closed for good.", "Caller: choose a team that is still there."),
  TEAM_IN_USE: entry(
    409,
    "The team still has patients, alerts, hubs or members, or covers another team.",
    "Caller: give what `inTheWay` names to another team first.",
  ),
  SHIFT_PERIOD: entry(
    422,
    "A turn on the rota ends after it begins, and what has passed of one stays as it was.",
    "Caller: give a later end, or an earlier one that hasn't passed.",
  ),
  SHIFT_MEMBER: entry(
    422,
    "Only members of a team are on its rota.",
    "Caller: make the person a member of the team first, or name another.",
  ),
  SHIFT_TWICE: entry(
    409,
    "That person has the same role on the rota during that time already.",
    "Caller: end the other turn first, or name another person.",
  ),
  RESPONSIBILITY_PERIOD: entry(
    422,
    "A responsibility begins now or later and ends after it begins; a takeover ends within 90 days.",
    "Caller: give other times.",
  ),
  ASSIGNEE: entry(
    422,
    "That person can't look after this alert: not there any more, or in no team that sees it.",
    "Caller: choose a member of a team that has the patient or answers for them.",
  ),
  SNOOZE_SIDE: entry(
    422,
    "Only what is measured can be kept quiet, in a direction in which this alert has gone.",
    "Caller: name sides of the alert, or none for all; technical alerts and missing values aren't kept quiet.",
  ),
  SNOOZE_TOO_LONG: entry(
    422,
    "A snooze ends later than now, and not later than allowed.",
    "Caller: choose an earlier end.",
  ),
  UNDO_TOO_LATE: entry(
    409,
    "It can't be taken back any more: a minute has passed, or something else has happened since.",
    "Caller: read the alert again, and act on it as it is now.",
  ),
  UNDO_NOT_YOURS: entry(403, "Somebody else did that.", "Caller: ask whoever did it to take it back."),
  HANDOVER_SAME: entry(422, "A team hands nothing over to itself.", "Caller: name another team."),
  HANDOVER_EMPTY: entry(
    422,
    "There is nothing open to hand over.",
    "Caller: name open alerts, or a takeover with an end.",
  ),
  HANDOVER_PERIOD: entry(
    422,
    "An offer can be answered for 5 minutes to 12 hours, and a takeover ends after that.",
    "Caller: give other times.",
  ),
  HANDOVER_OFFERED: entry(
    409,
    "One of the alerts is part of another offer that nobody has answered.",
    "Caller: withdraw that offer first.",
  ),
  HANDOVER_DECIDED: entry(409, "The offer has been answered already.", "Caller: read it again."),
  COVERAGE_HOLE: entry(
    409,
    "Then nobody would answer for somebody at some time within 30 days.",
    "Caller: close `holes` first, or say with `override` and a reason, in your own name, that it is meant.",
  ),
  RESPONSIBILITY_LAST: entry(
    409,
    "The patient would have no team of their own.",
    "Caller: entrust the patient to another team instead; that ends this one.",
  ),
  PUSH_SERVICE_UNKNOWN: entry(
    422,
    "The platform doesn't call this push service.",
    "Operator: add its host to HEMVAKT_PUSH_SERVICES if the browser is one that staff should use.",
  ),
  PAGE_UNPAIRED: entry(
    401,
    "This browser shows nobody's readings any more.",
    "Patient: ask your team for a new code, or put the device aside if you have given it back.",
  ),
  WEB_NOT_BUILT: entry(
    503,
    "The web app is not built.",
    "Operator: run `npm run build:web` where Hemvakt lies, then open the page again. Images of a release bring it built.",
  ),
  SNOOZE_ENDED: entry(
    409,
    "The snooze has ended already.",
    "Team: read the patient again; what was kept quiet has been told.",
  ),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

/** A failure with a code of the catalogue. `detail` says what exactly, without identity, secrets or clinical text. */
export class HemvaktError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  /** Machine-readable extras, for instance the offending fields. */
  readonly data: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, detail?: string, data?: Record<string, unknown>) {
    super(`${code}: ${errorCatalogue[code].title}${detail ? ` ${detail}` : ""}`);
    this.name = "HemvaktError";
    this.code = code;
    this.detail = detail;
    this.data = data;
  }

  get entry(): ErrorEntry {
    return errorCatalogue[this.code];
  }
}

/** Whether an unknown thrown value is a coded failure, optionally of one given code. */
export const isHemvaktError = (error: unknown, code?: ErrorCode): error is HemvaktError =>
  error instanceof HemvaktError && (code === undefined || error.code === code);
