# One image for all programs; the command chooses: api (unless told), worker, population-mock, cli.
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
# Nothing in the image belongs to this user, so that a program cannot change itself.
USER node
EXPOSE 3000
CMD ["node", "dist/apps/api/src/main.js"]
