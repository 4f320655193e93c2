# The image of the platform. Nothing is compiled: Node 26 runs the TypeScript as it is.
# To pin the base by digest as well, append what `docker buildx imagetools inspect node:26.10.0-bookworm-slim` shows:
# node:26.10.0-bookworm-slim@sha256:…

FROM node:26.10.0-bookworm-slim AS dependencies
WORKDIR /opt/hemvakt
COPY package.json package-lock.json ./
COPY tools/openapi/package.json tools/openapi/package.json
# The lock lists packages for 64-bit Linux on x86 only; elsewhere npm chooses the native bindings itself. They are optional
# packages, so --omit=optional would lose argon2's. No package needs its install script here, and `node`, which brings
# Node 26 to machines without it, is the base image's own.
RUN npm install --omit=dev --no-save --ignore-scripts --no-audit --no-fund \
      $([ "$(uname -m)" = x86_64 ] || echo --no-package-lock) \
    && rm -rf node_modules/node node_modules/.bin/node

# The web app is the one thing that is built; what builds it stays behind.
FROM node:26.10.0-bookworm-slim AS web
WORKDIR /opt/hemvakt
COPY package.json package-lock.json ./
COPY tools/openapi/package.json tools/openapi/package.json
RUN npm install --no-save --ignore-scripts --no-audit --no-fund $([ "$(uname -m)" = x86_64 ] || echo --no-package-lock)
COPY scripts/build-web.mjs scripts/build-web.mjs
COPY tsconfig.json tsconfig.json
COPY dashboards/web dashboards/web
RUN rm -rf node_modules/node node_modules/.bin/node && node scripts/build-web.mjs

FROM node:26.10.0-bookworm-slim
ENV NODE_ENV=production HEMVAKT_DATA=/var/lib/hemvakt
RUN install -d -o node -g node -m 0700 /var/lib/hemvakt
WORKDIR /opt/hemvakt
COPY --from=dependencies /opt/hemvakt/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY src src
COPY devices devices
COPY simulators simulators
COPY demo demo
COPY dashboards/web/start dashboards/web/start
COPY --from=web /opt/hemvakt/dashboards/web/dist dashboards/web/dist
COPY deploy/healthcheck.ts deploy/healthcheck.ts
# By number, so that an orchestrator can tell that it isn't root; the base image calls it node.
USER 1000:1000
VOLUME /var/lib/hemvakt
EXPOSE 8080 8883
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "deploy/healthcheck.ts"]
ENTRYPOINT ["node", "bin/hemvakt"]
CMD ["serve"]
