# One image for the gateway and the services; docker-compose.yml says which program a container runs.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json ./
COPY kernel kernel
COPY law law
COPY services services
COPY gateway gateway
COPY schema schema
COPY local local
COPY test test
RUN npx tsc -b kernel law services/benefits services/reintegration services/sw-zoetermeer-rijswijk services/sw-leiden services/sw-wassenaar gateway \
 && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production APOLLO_TELEMETRY_DISABLED=1
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/schema schema
COPY --from=build /app/gateway/pages gateway/pages
USER node
ENTRYPOINT ["node"]
