# The product as one image: pages, API, ingestion and engine (npm start), or an engine alone (CMD … --worker).
FROM node:24-bookworm-slim AS build
WORKDIR /app
# First what the dependencies need, so that a change of the sources does not install them again.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --include=dev --include=optional --no-audit --no-fund
COPY . .
RUN npm run build && rm -rf .next/cache

FROM node:24-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 SOJOURN_DATA_DIR=/data SOJOURN_LOG_FORMAT=json
WORKDIR /app
# The embedded PostgreSQL refuses to run as root.
COPY --from=build --chown=node:node /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/api/health').then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
CMD ["node", "scripts/start.mjs"]
