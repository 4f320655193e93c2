import { randomUUID } from "node:crypto";
import fastifyCookie from "@fastify/cookie";
import fastify, { LogController } from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { loginThrottle } from "../auth/throttle.ts";
import { openDesk } from "../rehearsal/desk.ts";
import { inlineEngine } from "../rehearsal/inline.ts";
import { storeTrends } from "../trends/source.ts";
import { adherenceRoutes } from "./adherence.ts";
import { alertActionRoutes } from "./alert-actions.ts";
import { alertRoutes } from "./alerts.ts";
import { assignmentRoutes } from "./assignments.ts";
import { authenticate, cookieName } from "./authenticate.ts";
import { compression } from "./compression.ts";
import type { ApiApp, ApiContext } from "./context.ts";
import { correctionRoutes } from "./corrections.ts";
import { coverageRoutes } from "./coverage.ts";
import { deviceRoutes } from "./devices.ts";
import { engineRoutes } from "./engines.ts";
import { enrolmentRoutes } from "./enrolments.ts";
import { equipmentRoutes } from "./equipment.ts";
import { equipmentHistoryRoutes } from "./equipment-history.ts";
import { escalationRoutes } from "./escalation.ts";
import { eventRoutes } from "./events.ts";
import { explanationRoutes } from "./explanations.ts";
import { answerFailures, answerMalformed, sendProblem } from "./failures.ts";
import { handoverRoutes } from "./handovers.ts";
import { healthRoutes } from "./health.ts";
import { homeRoutes } from "./home.ts";
import { homePageRoutes } from "./home-pages.ts";
import { homeCookie } from "./home-session.ts";
import { hubRoutes } from "./hubs.ts";
import { integrationRoutes } from "./integrations.ts";
import { type Live, liveStreams } from "./live.ts";
import { loadRoutes } from "./load.ts";
import { memberRoutes } from "./members.ts";
import { nextLookRoutes } from "./next-look.ts";
import { notificationRoutes } from "./notifications.ts";
import { observationRoutes } from "./observations.ts";
import { describeApi } from "./openapi.ts";
import { type ApiConfig, type ApiOptions, apiDefaults, everyInterval } from "./options.ts";
import { patientMessageRoutes } from "./patient-messages.ts";
import { patientRoutes } from "./patients.ts";
import { planDraftRoutes } from "./plan-drafts.ts";
import { planRoutes } from "./plans.ts";
import { promptRoutes } from "./prompts.ts";
import { provisioningRoutes } from "./provisioning.ts";
import { pushRoutes } from "./push.ts";
import { quarantineRoutes } from "./quarantine.ts";
import { readLogRoutes } from "./read-log.ts";
import { readingRoutes } from "./readings.ts";
import { rehearsalRoutes } from "./rehearsals.ts";
import { responsibilityRoutes } from "./responsibilities.ts";
import { sbarRoutes } from "./sbar.ts";
import { schemaRoutes } from "./schemas.ts";
import { secure } from "./security.ts";
import { sessionRoutes } from "./sessions.ts";
import { shiftRoutes } from "./shifts.ts";
import { silenceRoutes } from "./silence.ts";
import { siteRoutes } from "./site.ts";
import { staffRoutes } from "./staff.ts";
import { teamRehearsalRoutes } from "./team-rehearsals.ts";
import { teamRoutes } from "./teams.ts";
import { trendRoutes } from "./trends.ts";
import { verificationRoutes } from "./verification.ts";
import { worklistRoutes } from "./worklist.ts";

/** Never in a log, whoever puts them into a line. */
const redacted = ["authorization", "cookie", "password", "token", "csrf", "secret", "body", "query"].flatMap((name) => [
  name,
  `*.${name}`,
  `*.headers.${name}`,
]);

/**
 * The HTTP server, ready to listen: the API under `/api/v1`, its description, health, metrics and the web page.
 * Closing it ends the live streams.
 */
export async function buildApi(options: ApiOptions): Promise<ApiApp> {
  const config: ApiConfig = { ...apiDefaults, ...options.config };
  const {
    db,
    ledger,
    clock,
    hashHubSecret,
    webhookSecret,
    push,
    disconnectHub,
    forgetHub,
    verifications,
    trends = storeTrends(db),
  } = options;

  const app = newServer(options, config);
  const rehearsals = openDesk(options.rehearsals ?? inlineEngine(db), {
    newId: randomUUID,
    onFailure: (err) => app.log.error({ err }, "a rehearsal failed"),
  });
  const context: ApiContext = {
    db,
    ledger,
    clock,
    hashHubSecret,
    webhookSecret,
    push,
    disconnectHub,
    forgetHub,
    verifications,
    trends,
    rehearsals,
  };
  app.decorate("hemvakt", context);
  const live = liveStreams(context, config.live, options.every ?? everyInterval, (err) =>
    app.log.error({ err }, "live streams failed"),
  );
  app.addHook("preClose", async () => live.stop());
  app.addHook("preClose", () => rehearsals.stop());

  await app.register(fastifyCookie);
  await secure(app, config, clock);
  await compression(app);
  answerFailures(app, config.site);
  logRequests(app);
  await describeApi(app, config.version, cookieName(config.cookieSecure), homeCookie(config.cookieSecure));
  await app.register((api) => apiRoutes(api as unknown as ApiApp, options, config, live), { prefix: "/api/v1" });
  await app.register((health) =>
    healthRoutes(health as unknown as ApiApp, {
      config,
      checks: options.checks,
      metrics: options.metrics,
      heartbeat: options.heartbeat,
    }),
  );
  const { site } = config;
  if (site !== undefined) await app.register((pages) => siteRoutes(pages as unknown as ApiApp, site));
  await app.ready();
  return app;
}

/** Every resource. A new one is a file and a line here. */
async function apiRoutes(api: ApiApp, options: ApiOptions, config: ApiConfig, live: Live): Promise<void> {
  const throttle = loginThrottle(options.clock);
  authenticate(api, config.cookieSecure);
  await sessionRoutes(api, { config, throttle, live });
  await staffRoutes(api, { throttle, live });
  await teamRoutes(api);
  await shiftRoutes(api);
  await memberRoutes(api);
  await coverageRoutes(api);
  await loadRoutes(api);
  await adherenceRoutes(api);
  await escalationRoutes(api);
  await patientRoutes(api);
  await enrolmentRoutes(api);
  await responsibilityRoutes(api);
  await sbarRoutes(api);
  await handoverRoutes(api);
  await nextLookRoutes(api);
  await planRoutes(api);
  await planDraftRoutes(api);
  await silenceRoutes(api);
  await rehearsalRoutes(api);
  await teamRehearsalRoutes(api);
  await readingRoutes(api);
  await correctionRoutes(api);
  await observationRoutes(api);
  await trendRoutes(api);
  await worklistRoutes(api);
  await alertRoutes(api);
  await alertActionRoutes(api);
  await notificationRoutes(api);
  await pushRoutes(api);
  await integrationRoutes(api);
  await explanationRoutes(api);
  await engineRoutes(api);
  await verificationRoutes(api);
  await promptRoutes(api);
  await patientMessageRoutes(api);
  await hubRoutes(api);
  await provisioningRoutes(api, { config, throttle: loginThrottle(options.clock) });
  await homePageRoutes(api, { config });
  await homeRoutes(api, { config, throttle: loginThrottle(options.clock) });
  await deviceRoutes(api);
  await equipmentRoutes(api);
  await equipmentHistoryRoutes(api);
  await assignmentRoutes(api);
  await quarantineRoutes(api);
  await readLogRoutes(api);
  await eventRoutes(api, { live });
  await schemaRoutes(api, options.schemas ?? {});
}

function newServer({ logger }: ApiOptions, config: ApiConfig): ApiApp {
  const app = fastify({
    loggerInstance: logger.child({ part: "api" }, { redact: redacted }),
    // Fastify's own lines hold addresses with their query; `logRequests` writes the line we want.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "request" }),
    // A caller's own id could carry anything, a personal number too.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    trustProxy: config.trustProxy,
    bodyLimit: 256 * 1024,
    requestTimeout: 30_000,
    frameworkErrors: (error, request, reply) => void sendProblem(request as never, reply as never, error),
    clientErrorHandler: answerMalformed,
    ...(config.tls ? { https: { ...config.tls, minVersion: "TLSv1.2" as const } } : {}),
  }).withTypeProvider<ZodTypeProvider>() as unknown as ApiApp;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest("principal", undefined as never);
  return app;
}

/** One line a request: who, which kind of address, what came of it. The address itself, query and bodies stay out. */
function logRequests(app: ApiApp): void {
  app.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions, principal } = request;
    request.log.info(
      {
        method,
        route: routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        staff: principal?.staff,
      },
      "request",
    );
  });
}
