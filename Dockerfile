# One image for all programs; the command chooses: api (unless told), worker, importer, population-mock, cli.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/libs/reference-data/data ./libs/reference-data/data
# A volume takes its owner from here. Nothing else in the image belongs to this user, so that a program cannot change itself.
RUN install -d -o node -g node -m 750 /var/lib/luutru/audit-heads
USER node
EXPOSE 3000
CMD ["node", "--max-semi-space-size=64", "dist/apps/api/src/main.js"]
